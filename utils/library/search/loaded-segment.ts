/** A segment of the search index in memory, and the weights of its documents for query terms. */

import type { SegmentRow } from '../types.ts';
import { findPrefix, findWithTypos, type PrefixRange, prefixCloseness } from './find-terms.ts';
import { raiseWeights, splitTerms } from './search-segment.ts';

/** A segment's matches for one term of a query. */
export interface TermWeights {
  /** The best weight by local document number; 0 if the term does not occur. */
  weights: Float32Array;
  /** Number of documents that contain it. */
  count: number;
}

/** Maximum weight of a posting. */
const MAX_POSTING_WEIGHT = 255;

/**
 * Number of terms whose weights are cached. While a query is typed letter by letter, all terms but the last stay the
 * same. Each takes 4 bytes per document: 200 kB in a library of 50,000.
 */
const MAX_CACHED_TERMS = 24;

export class LoadedSegment {
  readonly row: SegmentRow;
  readonly terms: readonly string[];
  /** By term, least recently used first. */
  readonly #cache = new Map<string, TermWeights>();

  constructor(row: SegmentRow) {
    this.row = row;
    this.terms = splitTerms(row.terms);
  }

  /** Whether the data is consistent, which truncated or corrupted data is not. */
  get isReadable(): boolean {
    const { docs, articleIds, starts, postings } = this.row;
    return (
      docs.length === articleIds.length &&
      starts.length === this.terms.length + 1 &&
      starts.at(-1) === postings.length
    );
  }

  /**
   * The documents' weights for a term, as a whole word or a prefix.
   *
   * @param wanted normalised
   * @param isFuzzy also matches words with typos
   */
  weigh(wanted: string, isFuzzy: boolean): TermWeights {
    // No term contains a tilde.
    const key = isFuzzy ? `~${wanted}` : wanted;
    const found = this.#cache.get(key) ?? this.#weigh(wanted, isFuzzy);
    this.#cache.delete(key);
    this.#cache.set(key, found);
    for (const oldest of this.#cache.keys()) {
      if (this.#cache.size <= MAX_CACHED_TERMS) break;
      this.#cache.delete(oldest);
    }
    return found;
  }

  #weigh(wanted: string, isFuzzy: boolean): TermWeights {
    const { row, terms } = this;
    const weights = new Float32Array(row.docs.length);
    for (const range of findPrefix(terms, wanted)) this.#raisePrefix(range, weights);
    const fuzzyMatches = isFuzzy ? findWithTypos(terms, wanted) : [];
    for (const { term, closeness } of fuzzyMatches) raiseWeights(row, term, closeness, weights);
    let count = 0;
    for (const weight of weights) if (weight > 0) count += 1;
    return { weights, count };
  }

  /**
   * Applies all terms with a prefix, the shortest first, which have the highest closeness. One or two letters are the
   * prefix of tens of thousands of terms, but after a few hundred of them, no longer term can raise any weight.
   */
  #raisePrefix({ from, to, typed }: PrefixRange, weights: Float32Array): void {
    for (let length = typed, left = to - from; left > 0; length += 1) {
      const closeness = prefixCloseness(typed, length);
      if (allReach(weights, MAX_POSTING_WEIGHT * closeness)) return;
      for (let term = from; term < to; term += 1) {
        if (this.terms[term]?.length !== length) continue;
        raiseWeights(this.row, term, closeness, weights);
        left -= 1;
      }
    }
  }
}

function allReach(weights: Float32Array, bound: number): boolean {
  for (const weight of weights) if (weight < bound) return false;
  return true;
}
