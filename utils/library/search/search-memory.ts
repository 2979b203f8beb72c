/** The search index in memory, kept up to date with the database, and the ranking. */

import { readRevision } from '../lists/view-counts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { INDEX_FORMAT_KEY } from './index-format.ts';
import { LoadedSegment, type TermWeights } from './loaded-segment.ts';
import { searchTables } from './search-index.ts';

/** An article that matches a query. */
export interface RankedArticle {
  articleId: string;
  doc: number;
  score: number;
}

export interface RankOptions {
  limit: number;
  members?: ReadonlySet<string> | undefined;
  isFuzzy: boolean;
  /** Minimum number of terms that an article must contain; all by default. */
  minMatches?: number;
}

/** Segments per transaction; the largest take some 15 MB each. */
const MAX_LOADED_SEGMENTS = 3;

export class SearchMemory {
  #segments = new Map<number, LoadedSegment>();
  #dead = new Set<number>();
  /** Number of documents that are not deleted, and the state for which it was counted. */
  #liveDocs: { counted: string; count: number } | null = null;
  #refreshing: Promise<void> = Promise.resolve();
  readonly #unreadable = new Set<number>();
  readonly #db: LibraryDb;

  /** The index does not match the library, or can't be read. */
  isDamaged = false;

  /** The state of the database at the last refresh: the version of the index, and `readRevision`. */
  format: unknown;
  revision = -1;

  constructor(db: LibraryDb) {
    this.#db = db;
  }

  /** Loads what was saved, merged or deleted since, in any window. Fast if nothing was. */
  refresh(): Promise<void> {
    // Sequentially, because letters are typed faster than a large index loads, and it need not be loaded for each.
    const refreshOnce = () => this.#refresh();
    this.#refreshing = this.#refreshing.then(refreshOnce, refreshOnce);
    return this.#refreshing;
  }

  async #refresh(): Promise<void> {
    let state = await this.#readState();
    while (!(await this.#load(state.ids))) state = await this.#readState();
    const { dead } = state;
    const current = new Set(state.ids);
    for (const id of this.#segments.keys()) if (!current.has(id)) this.#segments.delete(id);
    this.#dead = new Set(dead);
    // Counting checks every document, so it is not repeated for every letter.
    const counted = `${state.ids} ${dead}`;
    if (counted !== this.#liveDocs?.counted) this.#liveDocs = { counted, count: this.#countLiveDocs() };
    this.isDamaged = this.#unreadable.size > 0 || this.#liveDocs.count !== state.articles;
    this.format = state.format;
    this.revision = state.revision;
  }

  /** In a single transaction, because a typed letter waits for it. */
  #readState() {
    const db = this.#db;
    return db.transaction('r', [...searchTables(db), db.counts, db.meta], async () => {
      const [ids, dead, all, format, revision] = await Promise.all([
        db.segments.toCollection().primaryKeys(),
        db.deadDocs.toCollection().primaryKeys(),
        db.counts.get('all'),
        db.meta.get(INDEX_FORMAT_KEY),
        readRevision(db),
      ]);
      return { ids, dead, articles: all?.count ?? 0, format: format?.value, revision };
    });
  }

  /**
   * Loads missing segments, a few per transaction: in a large library, all of them take hundreds of megabytes, and
   * other reads would have to wait.
   *
   * @returns false if one of them was merged meanwhile
   */
  async #load(ids: readonly number[]): Promise<boolean> {
    this.#unreadable.clear();
    const missingIds = ids.filter((id) => !this.#segments.has(id));
    for (let from = 0; from < missingIds.length; from += MAX_LOADED_SEGMENTS) {
      for (const row of await this.#db.segments.bulkGet(missingIds.slice(from, from + MAX_LOADED_SEGMENTS))) {
        if (row === undefined) return false;
        const segment = new LoadedSegment(row);
        if (segment.isReadable) this.#segments.set(row.id, segment);
        else this.#unreadable.add(row.id);
      }
    }
    return true;
  }

  #countLiveDocs(): number {
    let count = 0;
    for (const { row } of this.#segments.values()) {
      count += row.docs.length;
      if (this.#dead.size === 0) continue;
      for (const doc of row.docs) if (this.#dead.has(doc)) count -= 1;
    }
    return count;
  }

  /** Articles that contain every term as a whole word or a prefix; none if there are no terms. */
  findMatches(query: readonly string[]): Set<string> {
    const found = new Set<string>();
    if (query.length === 0) return found;
    for (const segment of this.#segments.values()) {
      const { docs, articleIds } = segment.row;
      const termWeights = query.map((wanted) => segment.weigh(wanted, false));
      for (let local = 0; local < docs.length; local += 1) {
        if (termWeights.some(({ weights }) => (weights[local] ?? 0) === 0)) continue;
        if (!this.#dead.has(docs[local] ?? 0)) found.add(articleIds[local] ?? '');
      }
    }
    return found;
  }

  /**
   * Articles that contain every term, or at least `minMatches` of them, best first; newer ones first among equals.
   *
   * @param query normalised terms; each matches as a whole word or a prefix
   * @param options `limit` articles are returned, all are counted; `members` excludes other articles; `isFuzzy` also
   *   matches words with typos
   */
  rank(query: readonly string[], options: RankOptions): { top: RankedArticle[]; total: number } {
    const { members } = options;
    const ranked: RankedArticle[] = [];
    const hasDead = this.#dead.size > 0;
    if (query.length === 0) return { top: [], total: 0 };
    const maxMissing = query.length - (options.minMatches ?? query.length);
    const frequency = query.map(() => 0);
    const found: [LoadedSegment, TermWeights[]][] = [];
    let size = 0;
    for (const segment of this.#segments.values()) {
      size += segment.row.docs.length;
      const termWeights = query.map((wanted) => segment.weigh(wanted, options.isFuzzy));
      for (const [i, { count }] of termWeights.entries()) frequency[i] = (frequency[i] ?? 0) + count;
      found.push([segment, termWeights]);
    }
    // Inverse document frequency of BM25, always positive.
    const idf = frequency.map((count) => Math.log(1 + (size - count + 0.5) / (count + 0.5)));
    for (const [{ row }, termWeights] of found) {
      const { docs, articleIds } = row;
      const rarest = termWeights.reduce((one, other) => (other.count < one.count ? other : one));
      if (rarest.count === 0 && maxMissing === 0) continue;
      for (let local = 0; local < docs.length; local += 1) {
        if (maxMissing === 0 && rarest.weights[local] === 0) continue;
        const score = computeScore(termWeights, idf, local, maxMissing);
        if (score === 0) continue;
        const doc = docs[local] ?? 0;
        if (hasDead && this.#dead.has(doc)) continue;
        if (members?.has(articleIds[local] ?? '') === false) continue;
        ranked.push({ articleId: articleIds[local] ?? '', doc, score });
      }
    }
    ranked.sort((a, b) => b.score - a.score || b.doc - a.doc);
    return { top: ranked.slice(0, options.limit), total: ranked.length };
  }
}

/** 0 if too many terms are missing. */
function computeScore(
  termWeights: readonly TermWeights[],
  idf: readonly number[],
  local: number,
  maxMissing: number,
): number {
  let score = 0;
  let missing = 0;
  for (let i = 0; i < termWeights.length; i += 1) {
    const weight = termWeights[i]?.weights[local] ?? 0;
    if (weight === 0) missing += 1;
    if (missing > maxMissing) return 0;
    score += weight * (idf[i] ?? 0);
  }
  return score;
}
