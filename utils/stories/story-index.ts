/**
 * Compares articles with each other. A word or name counts by its rarity among the articles of its language; frequencies
 * are those of the articles that the index was built from.
 */

import type { Steps } from '../page/in-slices.ts';
import { lowerBound } from '../text/positions.ts';
import { type PairFeatures, pairProbability } from './pair-model.ts';
import type { StoryProfile } from './story-types.ts';

export const DAY = 86_400_000;
/** Articles further apart in time are never compared. */
export const PAIR_DAYS = 10;

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

/** What of a profile is compared, in a tenth of its memory. */
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

type Counted = readonly (readonly [word: string, count: number, ...rest: unknown[]])[];

/** Numbers words; those of each language, of names and of keys are numbered separately. */
export class WordNumbers {
  private readonly numbers = new Map<string, Map<string, number>>();
  private readonly addresses: ReadonlySet<string>;
  private readonly hasKeys: boolean;

  /**
   * @param addresses of all saved articles; links to others are left out
   * @param hasKeys false if all articles are in the same language
   */
  constructor(addresses: ReadonlySet<string>, hasKeys = true) {
    this.addresses = addresses;
    this.hasKeys = hasKeys;
  }

  prepare(profile: StoryProfile): ComparedArticle {
    const { articleId, publishedAt, lang, headlineTerms, addresses } = profile;
    const terms = this.read(`terms ${lang}`, profile.terms, headlineTerms);
    return {
      ...{ articleId, publishedAt, lang, terms, addresses },
      headline: terms.ids.subarray(0, headlineTerms),
      names: this.read(`names ${lang}`, profile.names),
      keys: this.read('keys', this.hasKeys ? profile.keys : []),
      links: profile.links.filter((link) => this.addresses.has(link)),
    };
  }

  private read(kind: string, words: Counted, headlineTerms = 0): Words {
    const numbers = this.numbers.get(kind) ?? new Map<string, number>();
    this.numbers.set(kind, numbers);
    const ids = new Int32Array(words.length);
    const weights = new Float32Array(words.length);
    // Iterators would take half of the time of placing an article.
    for (let at = 0; at < words.length; at += 1) {
      const [word, count] = words[at] as Counted[number];
      let number = numbers.get(word);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(word, number);
      }
      ids[at] = number;
      weights[at] = (1 + Math.log(count)) * (at < headlineTerms ? HEADLINE_WEIGHT : 1);
    }
    return { ids, weights };
  }
}

/** @returns 0 if every article has the word */
export const rarityOf = (articles: number, containing: number): number =>
  Math.max(0, Math.log((articles + 1) / (containing + 0.5)));

/** An inverted index: for each word, the articles that have it, with its weight in each. Vectors have Euclidean length 1. */
class Postings {
  readonly rarities: Float64Array;
  /** Set by the caller for the words of one article, and reset by it. */
  readonly marks: Uint8Array;
  private readonly starts: Int32Array;
  private readonly positions: Int32Array;
  private readonly weights: Float32Array;

  /** @param rows words of articles by the position of the article, in ascending order */
  constructor(rows: readonly (readonly [position: number, words: Words])[]) {
    let [size, total] = [0, 0];
    for (const [, { ids }] of rows) {
      total += ids.length;
      for (const id of ids) size = Math.max(size, id + 1);
    }
    const starts = new Int32Array(size + 1);
    for (const [, { ids }] of rows) for (const id of ids) starts[id + 1] = at(starts, id + 1) + 1;
    this.rarities = new Float64Array(size);
    for (let id = 0; id < size; id += 1) {
      const containing = at(starts, id + 1);
      if (containing > 0) this.rarities[id] = rarityOf(rows.length, containing);
      starts[id + 1] = at(starts, id) + containing;
    }
    this.starts = starts;
    this.marks = new Uint8Array(size);
    this.positions = new Int32Array(total);
    this.weights = new Float32Array(total);
    const next = starts.slice();
    for (const [position, words] of rows) {
      const weights = this.weigh(words);
      for (let i = 0; i < weights.length; i += 1) {
        const id = at(words.ids, i);
        const to = at(next, id);
        next[id] = to + 1;
        this.positions[to] = position;
        this.weights[to] = at(weights, i);
      }
    }
  }

  private weigh({ ids, weights }: Words): Float64Array {
    const weighed = new Float64Array(ids.length);
    let sum = 0;
    for (let i = 0; i < ids.length; i += 1) {
      const weight = at(weights, i) * at(this.rarities, at(ids, i));
      weighed[i] = weight;
      sum += weight * weight;
    }
    const length = Math.sqrt(sum) || 1;
    for (let i = 0; i < weighed.length; i += 1) weighed[i] = at(weighed, i) / length;
    return weighed;
  }

  /** Number of articles with a word. */
  count(id: number): number {
    return at(this.starts, id + 1) - at(this.starts, id);
  }

  /** Number of articles with a word, of those from one position to before another. */
  countBetween(id: number, from: number, to: number): number {
    const [start, end] = [at(this.starts, id), at(this.starts, id + 1)];
    return lowerBound(this.positions, to, start, end) - lowerBound(this.positions, from, start, end);
  }

  /** Adds the cosines of an article with those from one position to before another. */
  addCosines(words: Words, from: number, to: number, cosines: Float64Array): void {
    const weights = this.weigh(words);
    for (let i = 0; i < weights.length; i += 1) {
      const weight = at(weights, i);
      if (weight === 0) continue;
      const id = at(words.ids, i);
      const end = at(this.starts, id + 1);
      for (let place = lowerBound(this.positions, from, at(this.starts, id), end); place < end; place += 1) {
        const position = at(this.positions, place);
        if (position >= to) break;
        cosines[position] = at(cosines, position) + weight * at(this.weights, place);
      }
    }
  }
}

/** An element that exists. */
const at = (list: Int32Array | Float32Array | Float64Array | Uint8Array, index: number): number =>
  list[index] as number;

/** Articles that are compared by the same words: those of a language, or all of them by keys. */
interface Pool {
  /** Positions of its articles, ascending. */
  positions: Int32Array;
  terms: Postings;
  names: Postings;
}

const MARKED = 1;
const MARKED_IN_HEADLINE = 2;

/** The words of an article and of those that it is compared with. */
export class StoryIndex {
  private readonly articles: readonly ComparedArticle[];
  private readonly positions: ReadonlyMap<string, number>;
  private readonly times: Float64Array;
  private readonly pools: ReadonlyMap<string | null, Pool>;
  /** Null if all articles are in the same language. */
  private readonly keys: Postings | null;
  /** Sum of the rarities of the words of the headline, by position. */
  private readonly headlineRarities: Float64Array;
  private readonly links = new Map<number, Set<number>>();
  private readonly cosines: Record<'terms' | 'names' | 'keys', Float64Array>;

  private constructor(
    articles: readonly ComparedArticle[],
    pools: ReadonlyMap<string | null, Pool>,
    keys: Postings | null,
  ) {
    this.articles = articles;
    this.pools = pools;
    this.keys = keys;
    this.positions = new Map(articles.map(({ articleId }, position) => [articleId, position]));
    this.times = Float64Array.from(articles, ({ publishedAt }) => publishedAt);
    this.headlineRarities = Float64Array.from(articles, (article) => {
      const { rarities } = this.poolOf(article).terms;
      return article.headline.reduce((sum, id) => sum + at(rarities, id), 0);
    });
    this.addLinks();
    const empty = (): Float64Array => new Float64Array(articles.length);
    this.cosines = { terms: empty(), names: empty(), keys: empty() };
  }

  /**
   * Builds an index in steps of some milliseconds.
   *
   * @param articles in chronological order
   */
  static *build(articles: readonly ComparedArticle[]): Steps<StoryIndex> {
    const rows = articles.map((article, position) => [position, article] as const);
    const pools = new Map<string | null, Pool>();
    for (const [lang, some] of Map.groupBy(rows, ([, article]) => article.lang)) {
      yield;
      const terms = new Postings(some.map(([position, article]) => [position, article.terms]));
      yield;
      const names = new Postings(some.map(([position, article]) => [position, article.names]));
      pools.set(lang, { positions: Int32Array.from(some, ([position]) => position), terms, names });
    }
    yield;
    const isMixed = pools.size > 1;
    const keys = isMixed ? new Postings(rows.map(([position, article]) => [position, article.keys])) : null;
    yield;
    return new StoryIndex(articles, pools, keys);
  }

  private poolOf({ lang }: ComparedArticle): Pool {
    return this.pools.get(lang) as Pool;
  }

  private addLinks(): void {
    if (this.articles.every(({ links }) => links.length === 0)) return;
    const byAddress = new Map<string, number[]>();
    const add = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
      map.set(key, [...(map.get(key) ?? []), value]);
    };
    for (const [position, { addresses }] of this.articles.entries())
      for (const address of addresses) add(byAddress, address, position);
    for (const [one, { links }] of this.articles.entries())
      for (const other of links.flatMap((link) => byAddress.get(link) ?? [])) {
        this.links.set(one, (this.links.get(one) ?? new Set()).add(other));
        this.links.set(other, (this.links.get(other) ?? new Set()).add(one));
      }
  }

  /** The range of positions of the articles that are published within some days of a time. */
  private rangeOf(time: number, days: number): [from: number, to: number] {
    const to = lowerBound(this.times, time + days * DAY + 1);
    return [lowerBound(this.times, time - days * DAY, 0, to), to];
  }

  /**
   * Compares an article with others.
   *
   * @param least probability of a pair; most are far below, and are not compared in full
   * @param use receives each that is published within `PAIR_DAYS` and may reach it
   * @param isLater only articles after this one in the index are compared
   */
  compare(
    articleId: string,
    least: number,
    use: (otherId: string, features: PairFeatures) => void,
    isLater = false,
  ): void {
    const position = this.positions.get(articleId);
    const own = this.articles[position ?? -1];
    if (position === undefined || own === undefined) return;
    const [start, to] = this.rangeOf(own.publishedAt, PAIR_DAYS);
    const from = isLater ? position + 1 : start;
    const { terms, names, keys } = this.cosines;
    for (const cosines of [terms, names, keys]) cosines.fill(0, from, to);
    const pool = this.poolOf(own);
    pool.terms.addCosines(own.terms, from, to, terms);
    pool.names.addCosines(own.names, from, to, names);
    this.keys?.addCosines(own.keys, from, to, keys);
    const unmark = this.mark(own);
    for (let i = from; i < to; i += 1) {
      const other = this.articles[i] as ComparedArticle;
      if (i === position) continue;
      const isAcross = other.lang !== own.lang;
      const pair: PairFeatures = {
        isAcross,
        terms: at(terms, i),
        names: at(isAcross ? keys : names, i),
        headline: isAcross ? 0 : this.compareHeadlines(position, i),
        burst: MAX_BURST,
        days: Math.abs(own.publishedAt - other.publishedAt) / DAY,
        isLinked: this.links.get(position)?.has(i) === true,
      };
      if (pairProbability(pair) < least) continue;
      pair.burst = Math.min(this.sumBursts(own, other), MAX_BURST);
      use(other.articleId, pair);
    }
    unmark();
  }

  /** Marks the words of an article in the postings. @returns a function that undoes this */
  private mark(own: ComparedArticle): () => void {
    const pool = this.poolOf(own);
    const set = (postings: Postings | null, ids: Int32Array, value: number): void => {
      if (postings !== null) for (const id of ids) postings.marks[id] = value;
    };
    set(pool.terms, own.terms.ids, MARKED);
    set(pool.terms, own.headline, MARKED_IN_HEADLINE);
    set(pool.names, own.names.ids, MARKED);
    set(this.keys, own.keys.ids, MARKED);
    return () => {
      set(pool.terms, own.terms.ids, 0);
      set(pool.names, own.names.ids, 0);
      set(this.keys, own.keys.ids, 0);
    };
  }

  /** @param one position of the article whose words are marked */
  private compareHeadlines(one: number, other: number): number {
    const article = this.articles[other] as ComparedArticle;
    const { marks, rarities } = this.poolOf(article).terms;
    let shared = 0;
    for (const id of article.headline) if (marks[id] === MARKED_IN_HEADLINE) shared += at(rarities, id);
    return shared / (Math.sqrt(at(this.headlineRarities, one) * at(this.headlineRarities, other)) || 1);
  }

  /**
   * How much rarer the shared words are on other days: the words of an event are frequent on its days and rare otherwise,
   * those of a long-running topic always equally frequent.
   *
   * @param own the article whose words are marked
   */
  private sumBursts(own: ComparedArticle, other: ComparedArticle): number {
    const [from, to] = this.rangeOf((own.publishedAt + other.publishedAt) / 2, BURST_DAYS);
    if (own.lang !== other.lang)
      return this.keys === null
        ? 0
        : sumBursts(this.keys, other.keys, Math.max(1, this.articles.length - (to - from)), from, to);
    const { positions, terms, names } = this.poolOf(own);
    const near = lowerBound(positions, to) - lowerBound(positions, from);
    const elsewhere = Math.max(1, positions.length - near);
    return (
      sumBursts(terms, other.terms, elsewhere, from, to) + sumBursts(names, other.names, elsewhere, from, to)
    );
  }
}

/** @param elsewhere number of articles outside of the range */
function sumBursts(postings: Postings, { ids }: Words, elsewhere: number, from: number, to: number): number {
  let sum = 0;
  for (const id of ids) {
    if (postings.marks[id] === 0) continue;
    const rarity = at(postings.rarities, id);
    if (rarity < MIN_BURST_RARITY) continue;
    const articles = postings.count(id);
    if (articles < MIN_BURST_ARTICLES) continue;
    const outside = articles - postings.countBetween(id, from, to);
    sum += Math.max(0, rarityOf(elsewhere, outside) - rarity);
  }
  return sum;
}
