/**
 * Compares profiles with each other. A word or name counts by its rarity among the profiles of its language; frequencies
 * are those of the profiles that the index was built from.
 */

import { consonantKey } from './consonant-key.ts';
import { type PairFeatures, pairProbability } from './pair-model.ts';
import type { StoryProfile, StoryTerm } from './story-types.ts';

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
/** Minimum length of a key that counts across languages; many different names have the same shorter key. */
export const MIN_KEY_LENGTH = 3;

/** Numbers words, and knows in how many articles and on which days each occurs. */
class Vocabulary {
  private readonly numbers = new Map<string, number>();
  /** By number of the word: articles that have it. */
  private readonly counts: number[] = [];
  private readonly occurrences: { ids: Int32Array; day: number }[] = [];
  private lists: { starts: Int32Array; days: Float64Array } | null = null;

  get size(): number {
    return this.counts.length;
  }

  /** Adds the words of an article, without duplicates. @returns their numbers */
  add(words: readonly StoryTerm[], day: number): Int32Array {
    const ids = new Int32Array(words.length);
    for (let at = 0; at < words.length; at += 1) {
      const word = (words[at] as StoryTerm)[0];
      let number = this.numbers.get(word);
      if (number === undefined) {
        number = this.counts.length;
        this.numbers.set(word, number);
        this.counts.push(0);
      }
      (this.counts[number] as number) += 1;
      ids[at] = number;
    }
    this.occurrences.push({ ids, day });
    return ids;
  }

  count(id: number): number {
    return this.counts[id] ?? 0;
  }

  countWord(word: string): number {
    return this.count(this.numbers.get(word) ?? -1);
  }

  /** Number of articles with a word within `BURST_DAYS` of a day. */
  countNear(id: number, day: number): number {
    this.lists ??= this.listDays();
    const { starts, days } = this.lists;
    let near = 0;
    for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0); at += 1)
      if (Math.abs((days[at] as number) - day) <= BURST_DAYS) near += 1;
    return near;
  }

  /** The days of all words in one array, which takes a fraction of the time of one array each. */
  private listDays(): { starts: Int32Array; days: Float64Array } {
    const starts = new Int32Array(this.size + 1);
    for (let id = 0; id < this.size; id += 1) starts[id + 1] = (starts[id] as number) + this.count(id);
    const next = starts.slice();
    const days = new Float64Array(starts[this.size] as number);
    for (const { ids, day } of this.occurrences)
      for (const id of ids) {
        days[next[id] as number] = day;
        (next[id] as number) += 1;
      }
    return { starts, days };
  }
}

/** Articles that are compared by the same words: those of a language, or all of them by keys. */
class Pool {
  readonly terms = new Vocabulary();
  readonly names = new Vocabulary();
  readonly days: number[] = [];
  private readonly near = new Map<number, number>();

  rarity(containing: number): number {
    return rarityOf(this.days.length, containing);
  }

  /** Number of articles within `BURST_DAYS` of a day. */
  countNear(day: number): number {
    let near = this.near.get(day);
    if (near === undefined) {
      near = this.days.filter((other) => Math.abs(other - day) <= BURST_DAYS).length;
      this.near.set(day, near);
    }
    return near;
  }
}

const rarityOf = (articles: number, containing: number): number =>
  Math.max(0, Math.log((articles + 1) / (containing + 0.5)));

/** Numbered words with their weights, of Euclidean length 1. */
interface Vector {
  ids: Int32Array;
  weights: Float64Array;
}

const EMPTY: Vector = { ids: new Int32Array(), weights: new Float64Array() };

interface Entry {
  profile: StoryProfile;
  day: number;
  pool: Pool;
  terms: Vector;
  names: Vector;
  /** Names and numbers across languages; empty if all articles have the same. */
  keys: Vector;
  headline: Int32Array;
  headlineRarity: number;
}

/** Weights by number of the word, to look them up quickly; 0 for words that are not in the vector. */
function spread({ ids, weights }: Vector, { size }: Vocabulary): Float64Array {
  const spreadOut = new Float64Array(size);
  for (let at = 0; at < ids.length; at += 1) spreadOut[ids[at] as number] = weights[at] as number;
  return spreadOut;
}

function cosine({ ids, weights }: Vector, own: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1)
    sum += (own[ids[at] as number] as number) * (weights[at] as number);
  return sum;
}

/**
 * How much rarer the shared words are on other days: the words of an event are frequent on its days and rare otherwise,
 * those of a long-running topic always equally frequent.
 */
function sumBursts(
  pool: Pool,
  vocabulary: Vocabulary,
  { ids }: Vector,
  own: Float64Array,
  day: number,
): number {
  const elsewhere = Math.max(1, pool.days.length - pool.countNear(day));
  let sum = 0;
  for (const id of ids) {
    const articles = own[id] === 0 ? 0 : vocabulary.count(id);
    if (articles < MIN_BURST_ARTICLES) continue;
    const rarity = pool.rarity(articles);
    if (rarity < MIN_BURST_RARITY) continue;
    sum += Math.max(0, rarityOf(elsewhere, articles - vocabulary.countNear(id, day)) - rarity);
  }
  return sum;
}

/** Names and numbers as they can be compared across languages. */
function readKeys({ names, terms }: StoryProfile): StoryTerm[] {
  const keys = new Map<string, StoryTerm>();
  for (const [name, count] of names) {
    const key = consonantKey(name);
    if (key.length < MIN_KEY_LENGTH) continue;
    const known = keys.get(key);
    if (known === undefined) keys.set(key, [key, count, name]);
    else known[1] += count;
  }
  for (const [term, count] of terms) if (/^\p{N}{2,}$/u.test(term)) keys.set(term, [term, count, term]);
  return [...keys.values()];
}

export class StoryIndex {
  private readonly pools = new Map<string | null, Pool>();
  private readonly everyone = new Pool();
  private readonly entries = new Map<string, Entry>();

  constructor(profiles: readonly StoryProfile[]) {
    const isMixed = new Set(profiles.map(({ lang }) => lang)).size > 1;
    // Weights need the frequencies of all articles, so these are counted before any weight is computed.
    const counted = profiles.map((profile) => {
      const day = profile.publishedAt / DAY;
      const pool = this.poolOf(profile.lang);
      const keys = isMixed ? readKeys(profile) : [];
      pool.days.push(day);
      this.everyone.days.push(day);
      return {
        profile,
        day,
        pool,
        keys,
        termIds: pool.terms.add(profile.terms, day),
        nameIds: pool.names.add(profile.names, day),
        keyIds: this.everyone.names.add(keys, day),
      };
    });
    for (const { profile, day, pool, keys, termIds, nameIds, keyIds } of counted) {
      const headline = termIds.slice(0, profile.headlineTerms);
      this.entries.set(profile.articleId, {
        profile,
        day,
        pool,
        terms: weigh(pool, pool.terms, termIds, profile.terms, headline.length),
        names: weigh(pool, pool.names, nameIds, profile.names, 0),
        keys: isMixed ? weigh(this.everyone, this.everyone.names, keyIds, keys, 0) : EMPTY,
        headline,
        headlineRarity: headline.reduce((sum, id) => sum + pool.rarity(pool.terms.count(id)), 0),
      });
    }
  }

  private poolOf(lang: string | null): Pool {
    const pool = this.pools.get(lang) ?? new Pool();
    this.pools.set(lang, pool);
    return pool;
  }

  /** The rarity of a word or name of a language: 0 if every article has it. */
  rarity(kind: 'terms' | 'names', folded: string, lang: string | null): number {
    const pool = this.poolOf(lang);
    return pool.rarity(pool[kind].countWord(folded));
  }

  /**
   * Compares an article with others.
   *
   * @param least probability of a pair; most are far below, and are not compared in full
   * @param use receives each that is published within `PAIR_DAYS` and may reach it
   */
  compare(
    articleId: string,
    others: Iterable<string>,
    least: number,
    use: (otherId: string, features: PairFeatures) => void,
  ): void {
    const own = this.entries.get(articleId);
    if (own === undefined) return;
    const { pool } = own;
    const terms = spread(own.terms, pool.terms);
    const names = spread(own.names, pool.names);
    const keys = spread(own.keys, this.everyone.names);
    const headline = new Set(own.headline);
    const links = new Set(own.profile.links);
    const addresses = new Set(own.profile.addresses);
    for (const id of others) {
      const other = this.entries.get(id);
      if (other === undefined || id === articleId) continue;
      const days = Math.abs(own.day - other.day);
      if (days > PAIR_DAYS) continue;
      const isLinked =
        (links.size > 0 && other.profile.addresses.some((address) => links.has(address))) ||
        other.profile.links.some((address) => addresses.has(address));
      const features = this.compareWords(own, other, { terms, names, keys, headline });
      const pair: PairFeatures = { ...features, burst: MAX_BURST, days, isLinked };
      if (pairProbability(pair) < least) continue;
      const middle = (own.day + other.day) / 2;
      const burst = pair.isAcross
        ? sumBursts(this.everyone, this.everyone.names, other.keys, keys, middle)
        : sumBursts(pool, pool.terms, other.terms, terms, middle) +
          sumBursts(pool, pool.names, other.names, names, middle);
      pair.burst = Math.min(burst, MAX_BURST);
      use(id, pair);
    }
  }

  private compareWords(
    { pool, headlineRarity }: Entry,
    other: Entry,
    own: { terms: Float64Array; names: Float64Array; keys: Float64Array; headline: ReadonlySet<number> },
  ): Pick<PairFeatures, 'isAcross' | 'terms' | 'names' | 'headline'> {
    if (pool !== other.pool)
      return { isAcross: true, terms: 0, names: cosine(other.keys, own.keys), headline: 0 };
    let shared = 0;
    for (const term of other.headline)
      if (own.headline.has(term)) shared += pool.rarity(pool.terms.count(term));
    return {
      isAcross: false,
      terms: cosine(other.terms, own.terms),
      names: cosine(other.names, own.names),
      headline: shared / (Math.sqrt(headlineRarity * other.headlineRarity) || 1),
    };
  }
}

function weigh(
  pool: Pool,
  vocabulary: Vocabulary,
  ids: Int32Array,
  words: readonly StoryTerm[],
  heads: number,
): Vector {
  const weights = new Float64Array(ids.length);
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const rarity = pool.rarity(vocabulary.count(ids[at] as number));
    const weight = (1 + Math.log(words[at]?.[1] ?? 1)) * (at < heads ? HEADLINE_WEIGHT : 1) * rarity;
    weights[at] = weight;
    sum += weight * weight;
  }
  const length = Math.sqrt(sum) || 1;
  return { ids, weights: weights.map((weight) => weight / length) };
}
