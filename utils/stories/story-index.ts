/**
 * Compares profiles with each other. A word or name counts by its rarity among the profiles of its language; frequencies
 * are those of the profiles that the index was built from.
 */

import { consonantKey } from './consonant-key.ts';
import type { PairFeatures } from './pair-model.ts';
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
/** Minimum cosine of words or names of pairs that are compared closely; nearly all pairs have less. */
const MIN_COSINE = 0.02;
/** Minimum length of a key that counts across languages; many different names have the same shorter key. */
export const MIN_KEY_LENGTH = 3;

/** Numbers words, and knows the days of the articles that each occurs in. */
class Vocabulary {
  private readonly numbers = new Map<string, number>();
  readonly days: number[][] = [];

  add(word: string, day: number): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.days.length;
      this.numbers.set(word, number);
      this.days.push([]);
    }
    this.days[number]?.push(day);
    return number;
  }

  /** Number of articles with a word, 0 for one that no article has. */
  count(word: string): number {
    return this.days[this.numbers.get(word) ?? -1]?.length ?? 0;
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
    const known = this.near.get(day) ?? countNear(this.days, day);
    this.near.set(day, known);
    return known;
  }
}

const rarityOf = (articles: number, containing: number): number =>
  Math.max(0, Math.log((articles + 1) / (containing + 0.5)));

function countNear(days: readonly number[], day: number): number {
  let near = 0;
  for (const other of days) if (Math.abs(other - day) <= BURST_DAYS) near += 1;
  return near;
}

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
function spread({ ids, weights }: Vector, { days }: Vocabulary): Float64Array {
  const spreadOut = new Float64Array(days.length);
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
  { days }: Vocabulary,
  { ids }: Vector,
  own: Float64Array,
  day: number,
): number {
  let sum = 0;
  for (const id of ids) {
    const occurs = own[id] === 0 ? [] : (days[id] ?? []);
    if (occurs.length < MIN_BURST_ARTICLES) continue;
    const rarity = pool.rarity(occurs.length);
    if (rarity < MIN_BURST_RARITY) continue;
    const elsewhere = Math.max(1, pool.days.length - pool.countNear(day));
    sum += Math.max(0, rarityOf(elsewhere, occurs.length - countNear(occurs, day)) - rarity);
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
        termIds: Int32Array.from(profile.terms, ([term]) => pool.terms.add(term, day)),
        nameIds: Int32Array.from(profile.names, ([name]) => pool.names.add(name, day)),
        keyIds: Int32Array.from(keys, ([key]) => this.everyone.names.add(key, day)),
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
        headlineRarity: headline.reduce((sum, id) => sum + pool.rarity(pool.terms.days[id]?.length ?? 0), 0),
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
    return pool.rarity(pool[kind].count(folded));
  }

  /**
   * Compares an article with others.
   *
   * @param use receives each that has something in common with it and is published within `PAIR_DAYS`
   */
  compare(
    articleId: string,
    others: Iterable<string>,
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
      const middle = (own.day + other.day) / 2;
      if (pool !== other.pool) {
        const shared = cosine(other.keys, keys);
        if (shared < MIN_COSINE && !isLinked) continue;
        const burst = sumBursts(this.everyone, this.everyone.names, other.keys, keys, middle);
        use(id, { isAcross: true, terms: 0, names: shared, headline: 0, burst, days, isLinked });
        continue;
      }
      const [words, named] = [cosine(other.terms, terms), cosine(other.names, names)];
      if (words < MIN_COSINE && named < MIN_COSINE && !isLinked) continue;
      let heads = 0;
      for (const term of other.headline)
        if (headline.has(term)) heads += pool.rarity(pool.terms.days[term]?.length ?? 0);
      const scale = Math.sqrt(own.headlineRarity * other.headlineRarity) || 1;
      const burst =
        sumBursts(pool, pool.terms, other.terms, terms, middle) +
        sumBursts(pool, pool.names, other.names, names, middle);
      use(id, {
        isAcross: false,
        terms: words,
        names: named,
        headline: heads / scale,
        burst,
        days,
        isLinked,
      });
    }
  }
}

function weigh(
  pool: Pool,
  { days }: Vocabulary,
  ids: Int32Array,
  words: readonly StoryTerm[],
  heads: number,
): Vector {
  const weights = new Float64Array(ids.length);
  let sum = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const rarity = pool.rarity(days[ids[at] as number]?.length ?? 0);
    const weight = (1 + Math.log(words[at]?.[1] ?? 1)) * (at < heads ? HEADLINE_WEIGHT : 1) * rarity;
    weights[at] = weight;
    sum += weight * weight;
  }
  const length = Math.sqrt(sum) || 1;
  return { ids, weights: weights.map((weight) => weight / length) };
}
