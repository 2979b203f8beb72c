/** The search index in memory, kept up with the database, and the ranking. */
import type { LibraryDb } from './db.ts';
import { findNearly, findPrefix, type TermMatch } from './find-terms.ts';
import { searchTables } from './search-index.ts';
import { readPostings, splitTerms } from './search-segment.ts';
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

/** For one segment: best weight of each query term for each document, 0 where it does not occur. */
type Weights = Float32Array[];

export class SearchMemory {
  #segments = new Map<number, LoadedSegment>();
  #dead = new Set<number>();
  readonly #db: LibraryDb;

  constructor(db: LibraryDb) {
    this.#db = db;
  }

  /** Takes in what was saved, merged or deleted since, from whatever window. Cheap where nothing was. */
  async refresh(): Promise<void> {
    const db = this.#db;
    const [ids, dead, added] = await db.transaction('r', searchTables(db), async () => {
      const ids = await db.segments.toCollection().primaryKeys();
      const dead = await db.deadDocs.toCollection().primaryKeys();
      return [ids, dead, await db.segments.bulkGet(ids.filter((id) => !this.#segments.has(id)))] as const;
    });
    const current = new Set(ids);
    for (const id of this.#segments.keys()) if (!current.has(id)) this.#segments.delete(id);
    for (const row of added) {
      if (row !== undefined) this.#segments.set(row.id, { row, terms: splitTerms(row.terms) });
    }
    this.#dead = new Set(dead);
  }

  /** Distinct terms that begin with `prefix`, for completion; at most `limit` per segment are looked at. */
  complete(prefix: string, limit = 20): string[] {
    const found = new Set<string>();
    for (const { terms } of this.#segments.values()) {
      for (const { term } of findPrefix(terms, prefix).slice(0, limit)) found.add(terms[term] ?? '');
    }
    return [...found].sort().slice(0, limit);
  }

  /**
   * Articles that hold every term, best first; the newer first among equals.
   *
   * @param query folded terms; each answers as a word or as the beginning of one
   * @param forgiving also takes words with a typo
   */
  rank(query: readonly string[], forgiving = false): Ranked[] {
    if (query.length === 0) return [];
    const found: [LoadedSegment, Weights][] = [];
    const frequency = query.map(() => 0);
    let total = 0;
    for (const segment of this.#segments.values()) {
      total += segment.row.docs.length;
      found.push([segment, weigh(segment, query, forgiving, frequency)]);
    }
    // Inverse document frequency of BM25, always positive.
    const idf = frequency.map((count) => Math.log(1 + (total - count + 0.5) / (count + 0.5)));
    const ranked: Ranked[] = [];
    for (const [{ row }, weights] of found) {
      for (let local = 0; local < row.docs.length; local += 1) {
        const doc = row.docs[local] ?? 0;
        let score = 0;
        for (let i = 0; i < weights.length; i += 1) {
          const weight = weights[i]?.[local] ?? 0;
          if (weight === 0) {
            score = 0;
            break;
          }
          score += weight * (idf[i] ?? 0);
        }
        const articleId = row.articleIds[local];
        if (score > 0 && articleId !== undefined && !this.#dead.has(doc))
          ranked.push({ articleId, doc, score });
      }
    }
    return ranked.sort((a, b) => b.score - a.score || b.doc - a.doc);
  }
}

function weigh(
  segment: LoadedSegment,
  query: readonly string[],
  forgiving: boolean,
  frequency: number[],
): Weights {
  const { row, terms } = segment;
  return query.map((wanted, i) => {
    const weights = new Float32Array(row.docs.length);
    const matches: TermMatch[] = findPrefix(terms, wanted);
    if (forgiving) matches.push(...findNearly(terms, wanted));
    for (const { term, closeness } of matches) {
      readPostings(row, term, (local, weight) => {
        const known = weights[local] ?? 0;
        if (known === 0) frequency[i] = (frequency[i] ?? 0) + 1;
        if (weight * closeness > known) weights[local] = weight * closeness;
      });
    }
    return weights;
  });
}
