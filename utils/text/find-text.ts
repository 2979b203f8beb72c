/** Searches a text for a passage, exactly or approximately, and compares the contexts of matches. */

import search from 'approx-string-match';

/**
 * Finds all matches of `needle` in `text`, including overlapping ones. Uses the Knuth–Morris–Pratt algorithm, because
 * repeated calls of `indexOf` may take quadratic time on hostile pages.
 *
 * @returns start indices; empty if there are more than `limit`
 */
export function findAll(text: string, needle: string, limit: number): number[] {
  if (!needle) return [];
  const prefixLengths = new Int32Array(needle.length);
  for (let i = 1, k = 0; i < needle.length; i++) {
    while (k > 0 && needle[i] !== needle[k]) k = prefixLengths[k - 1] ?? 0;
    if (needle[i] === needle[k]) k++;
    prefixLengths[i] = k;
  }
  const matches: number[] = [];
  for (let i = 0, k = 0; i < text.length; i++) {
    while (k > 0 && text[i] !== needle[k]) k = prefixLengths[k - 1] ?? 0;
    if (text[i] === needle[k]) k++;
    if (k === needle.length) {
      matches.push(i - k + 1);
      if (matches.length > limit) return [];
      k = prefixLengths[k - 1] ?? 0;
    }
  }
  return matches;
}

/** Minimum length of the passage, in characters; shorter ones match unrelated text too easily. */
const MIN_APPROXIMATE_LENGTH = 60;
/** Maximum share of characters that may have changed. */
const MAX_CHANGED_SHARE = 0.3;
/** Number of characters at each end of the passage that must be unchanged. */
const EDGE_LENGTH = 6;
/** Number of evenly spaced pieces of the passage that are searched for. At least one of them must be unchanged. */
const PIECE_COUNT = 12;
/** Length of a piece in characters. */
const PIECE_LENGTH = 16;
/** Maximum number of occurrences of a piece; more frequent pieces are ignored. */
const MAX_OCCURRENCES = 8;
/** Maximum number of candidates compared by edit distance. */
const MAX_CANDIDATES = 12;

/** Finds likely start offsets of the passage, ranked by the number of its pieces that occur there. */
function findLikelyStarts(text: string, passage: string, maxShift: number): number[] {
  const starts: number[] = [];
  for (let piece = 0; piece < PIECE_COUNT; piece += 1) {
    const offset = Math.round((piece * (passage.length - PIECE_LENGTH)) / (PIECE_COUNT - 1));
    for (const at of findAll(text, passage.slice(offset, offset + PIECE_LENGTH), MAX_OCCURRENCES))
      starts.push(at - offset);
  }
  starts.sort((a, b) => a - b);
  const groups: { start: number; count: number }[] = [];
  for (const start of starts) {
    const last = groups.at(-1);
    if (last !== undefined && start - last.start <= maxShift) last.count += 1;
    else groups.push({ start, count: 1 });
  }
  groups.sort((a, b) => b.count - a.count);
  return groups.slice(0, MAX_CANDIDATES).map(({ start }) => start);
}

/**
 * Finds approximate matches of a passage by edit distance (Myers 1999). The beginning and the end must match exactly, so
 * that the extent of the match is certain. Takes time linear in the text.
 *
 * @returns nothing if the passage is shorter than `MIN_LENGTH`
 */
export function findApproximateMatches(text: string, passage: string): { start: number; end: number }[] {
  if (passage.length < MIN_APPROXIMATE_LENGTH) return [];
  const maxErrors = Math.floor(passage.length * MAX_CHANGED_SHARE);
  const matches = new Map<number, { start: number; end: number }>();
  for (const likelyStart of findLikelyStarts(text, passage, maxErrors)) {
    const from = Math.max(0, likelyStart - maxErrors);
    const section = text.slice(from, likelyStart + passage.length + 2 * maxErrors);
    const match = search(section, passage, maxErrors).find(
      ({ start, end }) =>
        section.startsWith(passage.slice(0, EDGE_LENGTH), start) &&
        section.slice(0, end).endsWith(passage.slice(-EDGE_LENGTH)),
    );
    if (match !== undefined)
      matches.set(from + match.start, { start: from + match.start, end: from + match.end });
  }
  return [...matches.values()];
}

/** The text before and after a passage. */
export interface Context {
  before: string;
  after: string;
}

function commonSuffixLength(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count])
    count += 1;
  return count;
}

function commonPrefixLength(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

/** Counts the UTF-16 units of a match's context that equal the expected context, outwards from the match on each side. */
export function countMatchingContext(
  text: string,
  match: { start: number; end: number },
  { before, after }: Context,
): number {
  return (
    commonSuffixLength(text.slice(Math.max(0, match.start - before.length), match.start), before) +
    commonPrefixLength(text.slice(match.end, match.end + after.length), after)
  );
}
