/** The search index in memory, kept up with the database, and the ranking. */
import type { LibraryDb } from './db.ts';
import { findNearly, findPrefix, type TermMatch } from './find-terms.ts';
import { searchTables } from './search-index.ts';
import { raiseWeights, splitTerms } from './search-segment.ts';
import type { SegmentRow } from './types.ts';

/** An article that answers a query. */
export interface Ranked {
  articleId: string;
  doc: number;
  score: number;
}

interface LoadedSegment {
  row: SegmentRow;
  terms: string[];
}

export interface RankOptions {
  limit: number;
  members?: ReadonlySet<string> | undefined;
  forgiving: boolean;
}

/** Segments read in one transaction; the largest are some 15 MB each. */
const LOADED_AT_ONCE = 3;

export class SearchMemory {
  #segments = new Map<number, LoadedSegment>();
  #dead = new Set<number>();
  #refreshing: Promise<void> = Promise.resolve();
  readonly #unreadable = new Set<number>();
  readonly #db: LibraryDb;

  /** What is in the index is not what is in the library, or can't be read. */
  isDamaged = false;

  constructor(db: LibraryDb) {
    this.#db = db;
  }

  /** Takes in what was saved, merged or deleted since, from whatever window. Cheap where nothing was. */
  refresh(): Promise<void> {
    // One after the other: letters come faster than a large index, which need not be loaded for each.
    const again = () => this.#refresh();
    this.#refreshing = this.#refreshing.then(again, again);
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    let state = await this.#readState();
    while (!(await this.#load(state.ids))) state = await this.#readState();
    const current = new Set(state.ids);
    for (const id of this.#segments.keys()) if (!current.has(id)) this.#segments.delete(id);
    this.#dead = new Set(state.dead);
    this.isDamaged = this.#unreadable.size > 0 || this.#countLiving() !== state.articles;
  }

  #readState(): Promise<{ ids: number[]; dead: number[]; articles: number }> {
    const db = this.#db;
    return db.transaction('r', [...searchTables(db), db.counts], async () => ({
      ids: await db.segments.toCollection().primaryKeys(),
      dead: await db.deadDocs.toCollection().primaryKeys(),
      articles: (await db.counts.get('all'))?.count ?? 0,
    }));
  }

  /**
   * Loads segments that are not here yet, few in a transaction: in a large library all together are hundreds of megabytes,
   * and whoever opens an article meanwhile would wait for them.
   *
   * @returns false where one of them was merged away meanwhile
   */
  async #load(ids: readonly number[]): Promise<boolean> {
    this.#unreadable.clear();
    const fresh = ids.filter((id) => !this.#segments.has(id));
    for (let from = 0; from < fresh.length; from += LOADED_AT_ONCE) {
      for (const row of await this.#db.segments.bulkGet(fresh.slice(from, from + LOADED_AT_ONCE))) {
        if (row === undefined) return false;
        const terms = splitTerms(row.terms);
        if (isReadable(row, terms)) this.#segments.set(row.id, { row, terms });
        else this.#unreadable.add(row.id);
      }
    }
    return true;
  }

  #countLiving(): number {
    let living = 0;
    for (const { row } of this.#segments.values()) {
      living += row.docs.length;
      if (this.#dead.size === 0) continue;
      for (const doc of row.docs) if (this.#dead.has(doc)) living -= 1;
    }
    return living;
  }

  /** Distinct terms that begin with `prefix`, for completion; at most `limit` per segment are looked at. */
  complete(prefix: string, limit = 20): string[] {
    const found = new Set<string>();
    for (const { terms } of this.#segments.values()) {
      for (const { term } of findPrefix(terms, prefix).slice(0, limit)) found.add(terms[term] ?? '');
    }
    return [...found].sort().slice(0, limit);
  }

  /** Articles that hold every term as a word or as the beginning of one; none for no terms. */
  matching(query: readonly string[]): Set<string> {
    const found = new Set<string>();
    if (query.length === 0) return found;
    for (const segment of this.#segments.values()) {
      const { row } = segment;
      const weights = weigh(segment, query, false, []);
      for (let local = 0; local < row.docs.length; local += 1) {
        if (weights.some((weight) => (weight[local] ?? 0) === 0)) continue;
        if (!this.#dead.has(row.docs[local] ?? 0)) found.add(row.articleIds[local] ?? '');
      }
    }
    return found;
  }

  /**
   * Articles that hold every term, best first; the newer first among equals.
   *
   * @param query folded terms; each answers as a word or as the beginning of one
   * @param options `limit` articles are returned, all are counted; `members` leaves out other articles;
   *   `forgiving` also takes words with a typo
   */
  rank(query: readonly string[], options: RankOptions): { top: Ranked[]; total: number } {
    const best = new BestOf(options.limit);
    if (query.length === 0) return { top: [], total: 0 };
    const frequency = query.map(() => 0);
    const found: [SegmentRow, Float32Array[]][] = [];
    let size = 0;
    for (const segment of this.#segments.values()) {
      size += segment.row.docs.length;
      found.push([segment.row, weigh(segment, query, options.forgiving, frequency)]);
    }
    // Inverse document frequency of BM25, always positive.
    const idf = frequency.map((count) => Math.log(1 + (size - count + 0.5) / (count + 0.5)));
    let total = 0;
    for (const [row, weights] of found) {
      for (let local = 0; local < row.docs.length; local += 1) {
        const score = scoreOf(weights, idf, local);
        if (score === 0) continue;
        const doc = row.docs[local] ?? 0;
        const articleId = row.articleIds[local] ?? '';
        if (this.#dead.has(doc) || options.members?.has(articleId) === false) continue;
        total += 1;
        best.offer(articleId, doc, score);
      }
    }
    return { top: best.ranked, total };
  }
}

/** Does what a segment says of itself hold together? What was cut short or mixed up on the disk does not. */
function isReadable({ docs, articleIds, starts, postings }: SegmentRow, terms: readonly string[]): boolean {
  return (
    docs.length === articleIds.length &&
    starts.length === terms.length + 1 &&
    starts.at(-1) === postings.length
  );
}

/** Keeps the best of many without sorting them all: a short query is answered by half the library. */
class BestOf {
  readonly ranked: Ranked[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  offer(articleId: string, doc: number, score: number): void {
    const { ranked } = this;
    const isBefore = (other: Ranked | undefined): boolean =>
      other !== undefined && (other.score > score || (other.score === score && other.doc > doc));
    if (ranked.length >= this.#limit && (this.#limit === 0 || isBefore(ranked.at(-1)))) return;
    let low = 0;
    let high = ranked.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(ranked[middle])) low = middle + 1;
      else high = middle;
    }
    ranked.splice(low, 0, { articleId, doc, score });
    if (ranked.length > this.#limit) ranked.pop();
  }
}

/** 0 where any term is missing. */
function scoreOf(weights: readonly Float32Array[], idf: readonly number[], local: number): number {
  let score = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i]?.[local] ?? 0;
    if (weight === 0) return 0;
    score += weight * (idf[i] ?? 0);
  }
  return score;
}

/** Best weight of each query term for each document of a segment, 0 where it does not occur. */
function weigh(
  { row, terms }: LoadedSegment,
  query: readonly string[],
  forgiving: boolean,
  frequency: number[],
): Float32Array[] {
  return query.map((wanted, i) => {
    const weights = new Float32Array(row.docs.length);
    const matches: TermMatch[] = findPrefix(terms, wanted);
    if (forgiving) matches.push(...findNearly(terms, wanted));
    for (const { term, closeness } of matches) raiseWeights(row, term, closeness, weights);
    frequency[i] = (frequency[i] ?? 0) + weights.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0);
    return weights;
  });
}
