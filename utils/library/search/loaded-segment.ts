/** A piece of the search index in memory, and what each of its documents is worth to a term of a query. */

import type { SegmentRow } from '../types.ts';
import { closenessOf, findNearly, findPrefix, type PrefixRange } from './find-terms.ts';
import { raiseWeights, splitTerms } from './search-segment.ts';

/** How a segment answers one term of a query. */
export interface TermWeights {
  /** Best weight by local document number, 0 where the term does not occur. */
  weights: Float32Array;
  /** Documents in which it occurs. */
  count: number;
}

/** The greatest weight a posting can have. */
const MOST = 255;

/**
 * Terms whose weights are kept. A query is typed letter by letter: but for its last term it is the one before. Each
 * takes 4 bytes a document, 200 kB in a library of 50,000.
 */
const KEPT = 24;

export class LoadedSegment {
  readonly row: SegmentRow;
  readonly terms: readonly string[];
  readonly #lengths: Uint16Array;
  /** By term, the one asked for last at the end. */
  readonly #kept = new Map<string, TermWeights>();

  constructor(row: SegmentRow) {
    this.row = row;
    this.terms = splitTerms(row.terms);
    this.#lengths = Uint16Array.from(this.terms, ({ length }) => length);
  }

  /** Does what it says of itself hold together? What was cut short or mixed up on the disk does not. */
  get isReadable(): boolean {
    const { docs, articleIds, starts, postings } = this.row;
    return (
      docs.length === articleIds.length &&
      starts.length === this.terms.length + 1 &&
      starts.at(-1) === postings.length
    );
  }

  /**
   * How the documents answer a term, as a word or as the beginning of one.
   *
   * @param wanted folded
   * @param forgiving also takes words with a typo
   */
  weigh(wanted: string, forgiving: boolean): TermWeights {
    // No term has a tilde.
    const key = forgiving ? `~${wanted}` : wanted;
    const found = this.#kept.get(key) ?? this.#weigh(wanted, forgiving);
    this.#kept.delete(key);
    this.#kept.set(key, found);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
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
   * Takes in the terms with a beginning, the shortest first, which count most. One or two letters begin tens of
   * thousands of terms, but after a few hundred every document has a weight no longer term can raise.
   */
  #raisePrefix({ from, to, typed }: PrefixRange, weights: Float32Array): void {
    const { order, ends } = this.#byLength(from, to);
    for (let length = typed, at = 0; at < order.length; length += 1) {
      const end = ends[length] ?? order.length;
      if (at === end) continue;
      const closeness = closenessOf(typed, length);
      if (reachesEverywhere(weights, MOST * closeness)) return;
      for (; at < end; at += 1) raiseWeights(this.row, order[at] ?? 0, closeness, weights);
    }
  }

  /** Some terms in order of their lengths, and where those of each length end. */
  #byLength(from: number, to: number): { order: Uint32Array; ends: Uint32Array } {
    const lengths = this.#lengths;
    let longest = 0;
    for (let term = from; term < to; term += 1) longest = Math.max(longest, lengths[term] ?? 0);
    const ends = new Uint32Array(longest + 2);
    for (let term = from; term < to; term += 1) {
      const after = (lengths[term] ?? 0) + 1;
      ends[after] = (ends[after] ?? 0) + 1;
    }
    // Now each length's number stands at the next: summed up, that is where it begins, and filling moves it to its end.
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
