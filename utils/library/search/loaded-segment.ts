/** A segment of the search index in memory, and the weights of its documents for query terms. */

import type { SegmentRow } from '../types.ts';
import { closenessOf, findNearly, findPrefix, type PrefixRange } from './find-terms.ts';
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
  readonly #lengths: Uint16Array;
  /** By term, least recently used first. */
  readonly #kept = new Map<string, TermWeights>();

  constructor(row: SegmentRow) {
    this.row = row;
    this.terms = splitTerms(row.terms);
    this.#lengths = Uint16Array.from(this.terms, ({ length }) => length);
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
   * @param forgiving also matches words with typos
   */
  weigh(wanted: string, forgiving: boolean): TermWeights {
    // No term contains a tilde.
    const key = forgiving ? `~${wanted}` : wanted;
    const found = this.#kept.get(key) ?? this.#weigh(wanted, forgiving);
    this.#kept.delete(key);
    this.#kept.set(key, found);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_CACHED_TERMS) break;
      this.#kept.delete(oldest);
    }
    return found;
  }

  #weigh(wanted: string, forgiving: boolean): TermWeights {
    const { row, terms } = this;
    const weights = new Float32Array(row.docs.length);
    for (const range of findPrefix(terms, wanted)) this.#raisePrefix(range, weights);
    const nearly = forgiving ? findNearly(terms, wanted) : [];
    for (const { term, closeness } of nearly) raiseWeights(row, term, closeness, weights);
    let count = 0;
    for (const weight of weights) if (weight > 0) count += 1;
    return { weights, count };
  }

  /**
   * Applies all terms with a prefix, the shortest first, which have the highest closeness. One or two letters are the
   * prefix of tens of thousands of terms, but after a few hundred of them, no longer term can raise any weight.
   */
  #raisePrefix({ from, to, typed }: PrefixRange, weights: Float32Array): void {
    const { order, ends } = this.#byLength(from, to);
    for (let length = typed, at = 0; at < order.length; length += 1) {
      const end = ends[length] ?? order.length;
      if (at === end) continue;
      const closeness = closenessOf(typed, length);
      if (reachesEverywhere(weights, MAX_POSTING_WEIGHT * closeness)) return;
      for (; at < end; at += 1) raiseWeights(this.row, order[at] ?? 0, closeness, weights);
    }
  }

  /** Some terms sorted by length, and the end of each length's range. */
  #byLength(from: number, to: number): { order: Uint32Array; ends: Uint32Array } {
    const lengths = this.#lengths;
    let longest = 0;
    for (let term = from; term < to; term += 1) longest = Math.max(longest, lengths[term] ?? 0);
    const ends = new Uint32Array(longest + 2);
    for (let term = from; term < to; term += 1) {
      const after = (lengths[term] ?? 0) + 1;
      ends[after] = (ends[after] ?? 0) + 1;
    }
    // A counting sort: each length's count is stored at the next length. Summed up, that is the start of its range, and
    // filling moves it to the end.
    for (let length = 1; length < ends.length; length += 1) {
      ends[length] = (ends[length] ?? 0) + (ends[length - 1] ?? 0);
    }
    const order = new Uint32Array(to - from);
    for (let term = from; term < to; term += 1) {
      const length = lengths[term] ?? 0;
      const place = ends[length] ?? 0;
      order[place] = term;
      ends[length] = place + 1;
    }
    return { order, ends };
  }
}

function reachesEverywhere(weights: Float32Array, bound: number): boolean {
  for (const weight of weights) if (weight < bound) return false;
  return true;
}
