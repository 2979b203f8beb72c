/**
 * Segments of the search index, which are immutable once written, as in a log-structured index (such as Lucene). A save
 * writes a segment of one article (level 0); 16 segments of a level are merged into one of the next, up to level 3. So
 * a save writes only one small row, and merging runs later and may be interrupted at any time. Segments are held in
 * memory in their stored form, about 3 bytes per posting. Alternatives, measured with 10,000 articles of 900 words: an
 * in-memory index of JavaScript objects (MiniSearch 7.2, in Node) took 240 MB, and a 45 MB file to read at each start
 * and rewrite; a multi-entry index of 500 terms took 9 ms per article to write, and has no weights. This index takes 40
 * MB of memory.
 */
import type { SegmentRow } from '../types.ts';

/** A segment without an id. */
export type NewSegment = Omit<SegmentRow, 'id'>;

/**
 * The document number of a new article, in its stored segment: it is the same as the segment's id, which the database
 * assigns only while writing. A save would otherwise write the segment twice.
 */
export const OWN_ID = 0;

/** Fills in the document number of a stored segment. */
export function withDocNumber(row: SegmentRow): SegmentRow {
  return row.level === 0 && row.docs.length === 1 && row.docs[0] === OWN_ID
    ? { ...row, docs: Uint32Array.of(row.id) }
    : row;
}

/** Writes a segment term by term, in sorted order. */
export class SegmentWriter {
  readonly #terms: string[] = [];
  readonly #starts: number[] = [];
  #bytes = new Uint8Array(4096);
  #length = 0;
  #last = -1;

  begin(term: string): void {
    this.#terms.push(term);
    this.#starts.push(this.#length);
    this.#last = -1;
  }

  /** Local document numbers must be ascending within a term. */
  add(local: number, weight: number): void {
    if (this.#length + 6 > this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    let gap = local - this.#last - 1;
    this.#last = local;
    for (; gap > 127; gap >>>= 7) this.#bytes[this.#length++] = (gap & 127) | 128;
    this.#bytes[this.#length++] = gap;
    this.#bytes[this.#length++] = weight;
  }

  finish(level: number, docs: readonly number[], articleIds: string[]): NewSegment {
    const terms = this.#terms.length === 0 ? '' : `${this.#terms.join('\n')}\n`;
    const starts = Uint32Array.from([...this.#starts, this.#length]);
    return {
      level,
      docs: Uint32Array.from(docs),
      articleIds,
      terms,
      starts,
      postings: this.#bytes.slice(0, this.#length),
    };
  }
}

/** A segment without articles, used to draw a number. */
export function emptySegment(): NewSegment {
  return new SegmentWriter().finish(0, [], []);
}

/** Calls back with each posting of one term: local document number and weight, 1–255. */
export function readPostings(
  segment: NewSegment,
  term: number,
  onPosting: (local: number, weight: number) => void,
): void {
  const { starts, postings } = segment;
  const end = starts[term + 1] ?? 0;
  let local = -1;
  for (let at = starts[term] ?? end; at < end; ) {
    let gap = 0;
    let byte = 128;
    for (let shift = 0; byte > 127 && at < end; shift += 7) {
      byte = postings[at++] ?? 0;
      gap |= (byte & 127) << shift;
    }
    local += gap + 1;
    onPosting(local, postings[at++] ?? 0);
  }
}

/**
 * Raises each document's weight to that of a term, if that is higher. An inlined version of `readPostings`: a short
 * prefix matches thousands of terms, and searches spend most of their time here.
 *
 * @param closeness factor for the term's weights
 * @param weights by local document number
 */
export function raiseWeights(
  segment: NewSegment,
  term: number,
  closeness: number,
  weights: Float32Array,
): void {
  const { starts, postings } = segment;
  const end = starts[term + 1] ?? 0;
  let local = -1;
  for (let at = starts[term] ?? end; at < end; at += 2) {
    let gap = postings[at] as number;
    if (gap > 127) {
      gap &= 127;
      for (let shift = 7, byte = 128; byte > 127 && at < end; shift += 7) {
        at += 1;
        byte = postings[at] as number;
        gap |= (byte & 127) << shift;
      }
    }
    local += gap + 1;
    const weight = (postings[at + 1] as number) * closeness;
    if (weight > (weights[local] as number)) weights[local] = weight;
  }
}

/** The sorted terms of a segment. */
export function splitTerms(terms: string): string[] {
  return terms === '' ? [] : terms.slice(0, -1).split('\n');
}
