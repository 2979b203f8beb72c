/** Finding a passage again in a text: exact matches, approximate matches, and comparing contexts. */

import search from 'approx-string-match';

/**
 * Start indices of all matches of `needle` in `text`, including overlapping ones; none if there are more than `limit`.
 * Uses Knuth–Morris–Pratt, because `indexOf` may take quadratic time on hostile pages.
 */
export function findAll(text: string, needle: string, limit: number): number[] {
  if (!needle) return [];
  const back = new Int32Array(needle.length);
  for (let i = 1, k = 0; i < needle.length; i++) {
    while (k > 0 && needle[i] !== needle[k]) k = back[k - 1] ?? 0;
    if (needle[i] === needle[k]) k++;
    back[i] = k;
  }
  const found: number[] = [];
  for (let i = 0, k = 0; i < text.length; i++) {
    while (k > 0 && text[i] !== needle[k]) k = back[k - 1] ?? 0;
    if (text[i] === needle[k]) k++;
    if (k === needle.length) {
      found.push(i - k + 1);
      if (found.length > limit) return [];
      k = back[k - 1] ?? 0;
    }
  }
  return found;
}

/** Minimum length of the words in characters; shorter ones match unrelated text too easily. */
const MIN_LENGTH = 60;
/** Maximum share of characters that may have changed. */
const MAX_CHANGED = 0.3;
/** The first and the last characters, this many each, must be unchanged. */
const EDGE = 6;
/** The words are sampled in this many evenly spaced pieces, of which one must be unchanged. */
const PIECES = 12;
/** Length of a piece in characters. */
const PIECE = 16;
/** Pieces that occur more often are ignored. */
const MAX_OCCURRENCES = 8;
/** Maximum number of candidates compared by edit distance. */
const MAX_CANDIDATES = 12;

/** Likely start offsets of the words, ranked by how many of their pieces occur there. */
function likelyStarts(text: string, words: string, slack: number): number[] {
  const starts: number[] = [];
  for (let piece = 0; piece < PIECES; piece += 1) {
    const offset = Math.round((piece * (words.length - PIECE)) / (PIECES - 1));
    for (const at of findAll(text, words.slice(offset, offset + PIECE), MAX_OCCURRENCES))
      starts.push(at - offset);
  }
  starts.sort((a, b) => a - b);
  const groups: { start: number; count: number }[] = [];
  for (const start of starts) {
    const last = groups.at(-1);
    if (last !== undefined && start - last.start <= slack) last.count += 1;
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
export function findAlike(text: string, words: string): { start: number; end: number }[] {
  if (words.length < MIN_LENGTH) return [];
  const most = Math.floor(words.length * MAX_CHANGED);
  const found = new Map<number, { start: number; end: number }>();
  for (const likely of likelyStarts(text, words, most)) {
    const from = Math.max(0, likely - most);
    const part = text.slice(from, likely + words.length + 2 * most);
    const match = search(part, words, most).find(
      ({ start, end }) =>
        part.startsWith(words.slice(0, EDGE), start) && part.slice(0, end).endsWith(words.slice(-EDGE)),
    );
    if (match !== undefined)
      found.set(from + match.start, { start: from + match.start, end: from + match.end });
  }
  return [...found.values()];
}

/** The text before and after some words. */
export interface Context {
  before: string;
  after: string;
}

function sharedEnd(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count])
    count += 1;
  return count;
}

function sharedStart(a: string, b: string): number {
  let count = 0;
  while (count < a.length && count < b.length && a[count] === b[count]) count += 1;
  return count;
}

/**
 * How well the context of a match agrees with the expected context: the number of equal UTF-16 units, counted outwards
 * from the match on both sides.
 */
export function agreeingContext(
  text: string,
  place: { start: number; end: number },
  { before, after }: Context,
): number {
  return (
    sharedEnd(text.slice(Math.max(0, place.start - before.length), place.start), before) +
    sharedStart(text.slice(place.end, place.end + after.length), after)
  );
}
