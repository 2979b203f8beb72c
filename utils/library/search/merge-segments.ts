/** Merges segments of the search index; see `search-segment.ts`. */
import { type NewSegment, readPostings, SegmentWriter, splitTerms } from './search-segment.ts';

/** A segment to be merged: the new numbers of its documents, and the current term. */
interface Source {
  segment: NewSegment;
  terms: string[];
  /** New local numbers by old ones; -1 for deleted documents. */
  newNumbers: Int32Array;
  termIndex: number;
}

/** Assigns new numbers to the remaining documents of all sources, in ascending order. */
function renumber(sources: readonly Source[], isDeleted: (doc: number) => boolean) {
  const remaining: { doc: number; articleId: string; source: Source; local: number }[] = [];
  for (const source of sources) {
    for (const [local, doc] of source.segment.docs.entries()) {
      const articleId = source.segment.articleIds[local];
      if (articleId !== undefined && !isDeleted(doc)) remaining.push({ doc, articleId, source, local });
    }
  }
  remaining.sort((a, b) => a.doc - b.doc);
  for (const [index, { source, local }] of remaining.entries()) source.newNumbers[local] = index;
  return remaining;
}

/** The lowest remaining term. */
function nextTerm(sources: readonly Source[]): string | undefined {
  let lowest: string | undefined;
  for (const { terms, termIndex: at } of sources) {
    const term = terms[at];
    if (term !== undefined && (lowest === undefined || term < lowest)) lowest = term;
  }
  return lowest;
}

/**
 * Merges segments into one, without deleted documents.
 *
 * @param segments in any order
 * @param isDeleted whether a document was deleted
 */
export function mergeSegments(
  segments: readonly NewSegment[],
  level: number,
  isDeleted: (doc: number) => boolean,
): NewSegment {
  const sources = segments.map(
    (segment): Source => ({
      segment,
      terms: splitTerms(segment.terms),
      newNumbers: new Int32Array(segment.docs.length).fill(-1),
      termIndex: 0,
    }),
  );
  const remaining = renumber(sources, isDeleted);
  const writer = new SegmentWriter();
  for (let term = nextTerm(sources); term !== undefined; term = nextTerm(sources)) {
    const entries: [target: number, weight: number][] = [];
    for (const source of sources) {
      if (source.terms[source.termIndex] !== term) continue;
      readPostings(source.segment, source.termIndex, (local, weight) => {
        const target = source.newNumbers[local] ?? -1;
        if (target !== -1) entries.push([target, weight]);
      });
      source.termIndex += 1;
    }
    if (entries.length === 0) continue;
    // The sources' numbers may interleave.
    entries.sort((a, b) => a[0] - b[0]);
    writer.begin(term);
    for (const [target, weight] of entries) writer.add(target, weight);
  }
  return writer.finish(
    level,
    remaining.map((entry) => entry.doc),
    remaining.map((entry) => entry.articleId),
  );
}
