/**
 * Compares articles with each other. A word or name counts by its rarity among the articles of its language; frequencies
 * are those of the articles that the index was built from.
 */

import type { Steps } from '../page/in-slices.ts';
import { lowerBound } from '../text/positions.ts';
import { type PairFeatures, pairProbability } from './pair-model.ts';
import type { StoryProfile } from './story-types.ts';

export const DAY_MS = 86_400_000;
/** Articles further apart in time are never compared. */
export const MAX_PAIR_DAYS = 10;

/** The weight of a word that is also in the headline. */
const HEADLINE_WEIGHT = 1.5;
/** Articles at most this far from a pair count as reports of its days, for `burst`. In days. */
const BURST_DAYS = 2;
/** Words in fewer articles, or in a larger share of them, say nothing about bursts. */
const MIN_BURST_ARTICLES = 3;
const MIN_BURST_RARITY = 1;
/** A larger sum is no stronger evidence. */
const MAX_BURST = 20;

/** Words by their numbers, each with a weight that does not depend on its rarity. */
interface Words {
  ids: Int32Array;
  weights: Float32Array;
}

/** The compared part of a profile. Takes a tenth of the memory. */
export interface ComparedArticle {
  articleId: string;
  publishedAt: number;
  lang: string | null;
  terms: Words;
  /** Words of the headline. */
  headline: Int32Array;
  names: Words;
  keys: Words;
  /** Addresses of saved articles to which it links. */
  links: readonly string[];
  addresses: readonly string[];
}

/** Whether one article links to the other. */
const areLinked = (a: Addresses, b: Addresses): boolean =>
  a.links.some((link) => b.addresses.includes(link)) || b.links.some((link) => a.addresses.includes(link));

type Addresses = Pick<ComparedArticle, 'links' | 'addresses'>;

/** Kinds of words; terms and names are compared within a language, keys across languages. */
const KINDS = ['terms', 'names', 'keys'] as const;
type Kind = (typeof KINDS)[number];

type Counted = readonly (readonly [word: string, count: number, ...rest: unknown[]])[];

/** Numbers words by kind; a word of two languages has two numbers. */
export class WordIds {
  private readonly numbers = new Map<string, Map<string, number>>();
  private readonly counts = { terms: 0, names: 0, keys: 0 };
  private readonly addresses: ReadonlySet<string>;

  /** @param addresses of all saved articles; links to others are left out */
  constructor(addresses: ReadonlySet<string>) {
    this.addresses = addresses;
  }

  prepare(profile: StoryProfile): ComparedArticle {
    const { articleId, publishedAt, lang, headlineTerms, addresses } = profile;
    const terms = this.read('terms', lang, profile.terms, headlineTerms);
    return {
      ...{ articleId, publishedAt, lang, terms, addresses },
      headline: terms.ids.subarray(0, headlineTerms),
      names: this.read('names', lang, profile.names),
      keys: this.read('keys', null, profile.keys),
      links: profile.links.filter((link) => this.addresses.has(link)),
    };
  }

  private read(kind: Kind, lang: string | null, words: Counted, headlineTerms = 0): Words {
    const numbers = this.numbers.get(`${kind} ${lang}`) ?? new Map<string, number>();
    this.numbers.set(`${kind} ${lang}`, numbers);
    const ids = new Int32Array(words.length);
    const weights = new Float32Array(words.length);
    // Iterators would take half of the time of placing an article.
    for (let at = 0; at < words.length; at += 1) {
      const [word, count] = words[at] as Counted[number];
      let number = numbers.get(word);
      if (number === undefined) {
        number = this.counts[kind]++;
        numbers.set(word, number);
      }
      ids[at] = number;
      weights[at] = (1 + Math.log(count)) * (at < headlineTerms ? HEADLINE_WEIGHT : 1);
    }
    return { ids, weights };
  }
}

/** @returns 0 if every article has the word */
const rarityOf = (articles: number, containing: number): number =>
  Math.max(0, Math.log((articles + 1) / (containing + 0.5)));

/** An element that exists. */
const at = (list: Int32Array | Float32Array | Float64Array | Uint8Array, index: number): number =>
  list[index] as number;

/** Number of articles per step of building an index: about a millisecond. */
const ARTICLES_PER_STEP = 50;

const MARKED = 1;
const MARKED_IN_HEADLINE = 2;

/** An inverted index: for each word, the articles that have it, with its weight in each. Vectors have Euclidean length 1. */
class Postings {
  readonly rarities: Float64Array;
  /** The words of the article that is compared. */
  readonly marks: Uint8Array;
  /** Cosines of the compared article with others, by their positions. */
  readonly cosines: Float64Array;
  private readonly starts: Int32Array;
  private readonly positions: Int32Array;
  private readonly weights: Float32Array;

  private constructor(words: number, total: number, articles: number) {
    this.rarities = new Float64Array(words);
    this.marks = new Uint8Array(words);
    this.cosines = new Float64Array(articles);
    this.starts = new Int32Array(words + 1);
    this.positions = new Int32Array(total);
    this.weights = new Float32Array(total);
  }

  /**
   * @param rows the words of each article
   * @param sizes the number of articles among which the words of each are counted
   */
  static *build(rows: readonly Words[], sizes: readonly number[]): Steps<Postings> {
    let [size, total] = [0, 0];
    for (const { ids } of rows) {
      total += ids.length;
      for (const id of ids) size = Math.max(size, id + 1);
    }
    yield;
    const postings = new Postings(size, total, rows.length);
    const { rarities, starts } = postings;
    const counted = new Int32Array(size);
    for (const [position, { ids }] of rows.entries())
      for (const id of ids) {
        starts[id + 1] = at(starts, id + 1) + 1;
        counted[id] = sizes[position] ?? 0;
      }
    yield;
    for (let id = 0; id < size; id += 1) {
      const containing = at(starts, id + 1);
      if (containing > 0) rarities[id] = rarityOf(at(counted, id), containing);
      starts[id + 1] = at(starts, id) + containing;
    }
    const next = starts.slice();
    for (const [position, { ids, weights }] of rows.entries()) {
      if (position % ARTICLES_PER_STEP === 0) yield;
      const normalised = postings.normalise(ids, weights);
      for (let i = 0; i < ids.length; i += 1) {
        const to = at(next, at(ids, i));
        next[at(ids, i)] = to + 1;
        postings.positions[to] = position;
        postings.weights[to] = at(normalised, i);
      }
    }
    return postings;
  }

  private normalise(ids: Int32Array, weights: Float32Array): Float64Array {
    const normalised = new Float64Array(ids.length);
    let sum = 0;
    for (let i = 0; i < ids.length; i += 1) {
      const weight = at(weights, i) * at(this.rarities, at(ids, i));
      normalised[i] = weight;
      sum += weight * weight;
    }
    const length = Math.sqrt(sum) || 1;
    for (let i = 0; i < normalised.length; i += 1) normalised[i] = at(normalised, i) / length;
    return normalised;
  }

  /** Marks the words of an article, and computes its cosines with those from one position to before another. */
  startComparing({ ids, weights }: Words, from: number, to: number): void {
    this.cosines.fill(0, from, to);
    const normalised = this.normalise(ids, weights);
    for (let i = 0; i < ids.length; i += 1) {
      const id = at(ids, i);
      const weight = at(normalised, i);
      this.marks[id] = MARKED;
      if (weight === 0) continue;
      const end = at(this.starts, id + 1);
      for (
        let posting = lowerBound(this.positions, from, at(this.starts, id), end);
        posting < end;
        posting += 1
      ) {
        const position = at(this.positions, posting);
        if (position >= to) break;
        this.cosines[position] = at(this.cosines, position) + weight * at(this.weights, posting);
      }
    }
  }

  endComparing({ ids }: Words): void {
    for (const id of ids) this.marks[id] = 0;
  }

  /**
   * How much rarer the words are elsewhere that an article shares with the one that is compared.
   *
   * @param elsewhere number of articles outside of the range of positions
   */
  sumBursts({ ids }: Words, elsewhere: number, from: number, to: number): number {
    let sum = 0;
    for (const id of ids) {
      if (this.marks[id] === 0) continue;
      const rarity = at(this.rarities, id);
      const [start, end] = [at(this.starts, id), at(this.starts, id + 1)];
      if (rarity < MIN_BURST_RARITY || end - start < MIN_BURST_ARTICLES) continue;
      const near = lowerBound(this.positions, to, start, end) - lowerBound(this.positions, from, start, end);
      sum += Math.max(0, rarityOf(elsewhere, end - start - near) - rarity);
    }
    return sum;
  }
}

const NO_WORDS: Words = { ids: new Int32Array(), weights: new Float32Array() };

/** The words of an article and of those that it is compared with. */
export class StoryIndex {
  private readonly articles: readonly ComparedArticle[];
  private readonly positions: ReadonlyMap<string, number>;
  private readonly times: Float64Array;
  /** Positions of all articles, and of those in each language; ascending. */
  private readonly all: Int32Array;
  private readonly ofLanguage: ReadonlyMap<string | null, Int32Array>;
  private readonly postings: Readonly<Record<Kind, Postings>>;
  /** Sum of the rarities of the words of the headline, by position. */
  private readonly headlineRarities: Float64Array;

  private constructor(
    articles: readonly ComparedArticle[],
    ofLanguage: ReadonlyMap<string | null, Int32Array>,
    postings: Readonly<Record<Kind, Postings>>,
  ) {
    this.articles = articles;
    this.ofLanguage = ofLanguage;
    this.postings = postings;
    this.all = Int32Array.from(articles.keys());
    this.positions = new Map(articles.map(({ articleId }, position) => [articleId, position]));
    this.times = Float64Array.from(articles, ({ publishedAt }) => publishedAt);
    const { rarities } = postings.terms;
    this.headlineRarities = Float64Array.from(articles, ({ headline }) =>
      headline.reduce((sum, id) => sum + at(rarities, id), 0),
    );
  }

  /**
   * Builds an index in steps of about a millisecond.
   *
   * @param all in chronological order
   */
  static *build(all: readonly ComparedArticle[]): Steps<StoryIndex> {
    const positions = Map.groupBy(all.keys(), (position) => all[position]?.lang ?? null);
    // Without a second language, there is nothing to compare across.
    const articles = positions.size > 1 ? all : all.map((article) => ({ ...article, keys: NO_WORDS }));
    const sizes = articles.map(({ lang }) => positions.get(lang)?.length ?? 0);
    const librarySizes = articles.map(() => articles.length);
    const build = (kind: Kind): Steps<Postings> =>
      Postings.build(
        articles.map((article) => article[kind]),
        kind === 'keys' ? librarySizes : sizes,
      );
    const postings = {
      terms: yield* build('terms'),
      names: yield* build('names'),
      keys: yield* build('keys'),
    };
    yield;
    const ofLanguage = new Map([...positions].map(([lang, some]) => [lang, Int32Array.from(some)]));
    return new StoryIndex(articles, ofLanguage, postings);
  }

  /** The range of positions of the articles that are published within some days of a time. */
  private rangeOf(time: number, days: number): [from: number, to: number] {
    const to = lowerBound(this.times, time + days * DAY_MS + 1);
    return [lowerBound(this.times, time - days * DAY_MS, 0, to), to];
  }

  /**
   * Compares an article with others.
   *
   * @param minProbability probability of a pair; most are far below, and are not compared in full
   * @param onPair receives each that is published within `MAX_PAIR_DAYS` and may reach it
   * @param isLater only articles after this one in the index are compared
   */
  compare(
    articleId: string,
    minProbability: number,
    onPair: (otherId: string, features: PairFeatures) => void,
    isLater = false,
  ): void {
    const position = this.positions.get(articleId);
    const own = this.articles[position ?? -1];
    if (position === undefined || own === undefined) return;
    const [start, to] = this.rangeOf(own.publishedAt, MAX_PAIR_DAYS);
    const from = isLater ? position + 1 : start;
    const { terms, names, keys } = this.postings;
    for (const kind of KINDS) this.postings[kind].startComparing(own[kind], from, to);
    for (const id of own.headline) terms.marks[id] = MARKED_IN_HEADLINE;
    for (let i = from; i < to; i += 1) {
      const other = this.articles[i] as ComparedArticle;
      if (i === position) continue;
      const isCrossLingual = other.lang !== own.lang;
      const pair: PairFeatures = {
        isCrossLingual,
        terms: at(terms.cosines, i),
        names: at((isCrossLingual ? keys : names).cosines, i),
        headline: this.compareHeadlines(position, i),
        burst: MAX_BURST,
        days: Math.abs(own.publishedAt - other.publishedAt) / DAY_MS,
        isLinked: areLinked(own, other),
      };
      if (pairProbability(pair) < minProbability) continue;
      pair.burst = Math.min(this.sumBursts(own, other), MAX_BURST);
      onPair(other.articleId, pair);
    }
    for (const kind of KINDS) this.postings[kind].endComparing(own[kind]);
  }

  /** @param one position of the article that is compared */
  private compareHeadlines(one: number, other: number): number {
    const { marks, rarities } = this.postings.terms;
    let shared = 0;
    for (const id of (this.articles[other] as ComparedArticle).headline)
      if (marks[id] === MARKED_IN_HEADLINE) shared += at(rarities, id);
    return shared / (Math.sqrt(at(this.headlineRarities, one) * at(this.headlineRarities, other)) || 1);
  }

  /**
   * How much rarer the shared words are on other days: the words of an event are frequent on its days and rare otherwise,
   * those of a long-running topic always equally frequent.
   *
   * @param own the article that is compared
   */
  private sumBursts(own: ComparedArticle, other: ComparedArticle): number {
    const [from, to] = this.rangeOf((own.publishedAt + other.publishedAt) / 2, BURST_DAYS);
    const isCrossLingual = own.lang !== other.lang;
    const positions = (isCrossLingual ? null : this.ofLanguage.get(own.lang)) ?? this.all;
    const near = lowerBound(positions, to) - lowerBound(positions, from);
    const elsewhere = Math.max(1, positions.length - near);
    const sum = (kind: Kind): number => this.postings[kind].sumBursts(other[kind], elsewhere, from, to);
    return isCrossLingual ? sum('keys') : sum('terms') + sum('names');
  }
}
