/**
 * Pieces of the search index, immutable once written, in the manner of a log-structured index (as in Lucene):
 *
 *   save ──▶ segment of one article (level 0) ──16──▶ level 1 ──16──▶ level 2 ──16──▶ level 3
 *
 * A save writes one small row and touches no other; merging happens later and may be killed at any time.
 * A searcher keeps the segments in memory as they are stored, about 3 bytes a posting.
 */
import type { SegmentRow } from './types.ts';

/** A segment that has no number yet. */
export type NewSegment = Omit<SegmentRow, 'id'>;

/** One article to put into a segment. `doc` numbers ascend within a segment. */
export interface SegmentDoc {
  doc: number;
  articleId: string;
  terms: Map<string, number>;
}

/** Postings of one term, growing. */
class PostingList {
  bytes: number[] = [];
  last = -1;
  /** Local document numbers must ascend. */
  push(local: number, weight: number): void {
    let gap = local - this.last - 1;
    this.last = local;
    while (gap > 127) {
      this.bytes.push((gap & 127) | 128);
      gap >>>= 7;
    }
    this.bytes.push(gap, weight);
  }
}

function assemble(
  level: number,
  docs: readonly number[],
  articleIds: string[],
  lists: Map<string, PostingList>,
): NewSegment {
  const terms = [...lists.keys()].sort();
  const starts = new Uint32Array(terms.length + 1);
  let size = 0;
  for (const [i, term] of terms.entries()) {
    starts[i] = size;
    size += lists.get(term)?.bytes.length ?? 0;
  }
  starts[terms.length] = size;
  const postings = new Uint8Array(size);
  for (const [i, term] of terms.entries()) postings.set(lists.get(term)?.bytes ?? [], starts[i]);
  const joined = terms.length === 0 ? '' : `${terms.join('\n')}\n`;
  return { level, docs: Uint32Array.from(docs), articleIds, terms: joined, starts, postings };
}

function listOf(lists: Map<string, PostingList>, term: string): PostingList {
  let list = lists.get(term);
  if (list === undefined) {
    list = new PostingList();
    lists.set(term, list);
  }
  return list;
}

/** Builds a segment of articles, in ascending order of their document numbers. */
export function buildSegment(articles: readonly SegmentDoc[], level = 0): NewSegment {
  const lists = new Map<string, PostingList>();
  for (const [local, article] of articles.entries()) {
    for (const [term, weight] of article.terms) listOf(lists, term).push(local, weight);
  }
  return assemble(
    level,
    articles.map((article) => article.doc),
    articles.map((article) => article.articleId),
    lists,
  );
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
 * Raises each document's weight to that of a term, where the term's is higher. `readPostings` without its callback:
 * the beginning of a word is answered by thousands of terms, and this is where a search spends its time.
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
  for (let at = starts[term] ?? end; at < end; at += 1) {
    let byte = postings[at++] ?? 0;
    let gap = byte & 127;
    for (let shift = 7; byte > 127 && at < end; shift += 7) {
      byte = postings[at++] ?? 0;
      gap |= (byte & 127) << shift;
    }
    local += gap + 1;
    const weight = (postings[at] ?? 0) * closeness;
    if (weight > (weights[local] ?? 0)) weights[local] = weight;
  }
}

/**
 * Merges segments into one, leaving out dead documents.
 *
 * @param segments in any order
 * @param isDead says whether a document number no longer counts
 */
export function mergeSegments(
  segments: readonly NewSegment[],
  level: number,
  isDead: (doc: number) => boolean,
): NewSegment {
  // Document numbers ascend in each source, but sources may interleave; postings must ascend in the result.
  const alive: { doc: number; articleId: string; source: number; local: number }[] = [];
  for (const [source, segment] of segments.entries()) {
    for (const [local, doc] of segment.docs.entries()) {
      const articleId = segment.articleIds[local];
      if (articleId !== undefined && !isDead(doc)) alive.push({ doc, articleId, source, local });
    }
  }
  alive.sort((a, b) => a.doc - b.doc);
  const renumbered = segments.map((segment) => new Int32Array(segment.docs.length).fill(-1));
  for (const [target, { source, local }] of alive.entries()) {
    const map = renumbered[source];
    if (map !== undefined) map[local] = target;
  }
  const found = new Map<string, [target: number, weight: number][]>();
  for (const [source, segment] of segments.entries()) {
    const map = renumbered[source];
    for (const [index, term] of splitTerms(segment.terms).entries()) {
      readPostings(segment, index, (local, weight) => {
        const target = map?.[local] ?? -1;
        if (target === -1) return;
        const entries = found.get(term);
        if (entries === undefined) found.set(term, [[target, weight]]);
        else entries.push([target, weight]);
      });
    }
  }
  const lists = new Map<string, PostingList>();
  for (const [term, entries] of found) {
    entries.sort((a, b) => a[0] - b[0]);
    const list = listOf(lists, term);
    for (const [target, weight] of entries) list.push(target, weight);
  }
  return assemble(
    level,
    alive.map((entry) => entry.doc),
    alive.map((entry) => entry.articleId),
    lists,
  );
}

/** The sorted terms of a segment. */
export function splitTerms(terms: string): string[] {
  return terms === '' ? [] : terms.slice(0, -1).split('\n');
}
