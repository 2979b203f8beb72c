import search from 'approx-string-match';
import { findAll } from './find-all.ts';

/** Shorter words are too easily found where something else stands; characters. */
const SHORTEST = 60;
/** Share of the characters that may have changed. */
const CHANGED = 0.3;
/** Characters of the beginning and of the end that must stand. */
const EDGE = 6;
/** Pieces of the words, evenly spread, of which one must stand as it was; characters of each. */
const PIECES = 12;
const PIECE = 16;
/** A piece that stands more often tells nothing. */
const MANY = 8;
/** Places that are looked at closely. */
const MOST_PLACES = 12;

/** Where the words may begin, by the pieces of them that stand there, the most promising first. */
function likelyStarts(text: string, words: string, slack: number): number[] {
  const starts: number[] = [];
  for (let piece = 0; piece < PIECES; piece += 1) {
    const offset = Math.round((piece * (words.length - PIECE)) / (PIECES - 1));
    for (const at of findAll(text, words.slice(offset, offset + PIECE), MANY)) starts.push(at - offset);
  }
  starts.sort((a, b) => a - b);
  const groups: { start: number; count: number }[] = [];
  for (const start of starts) {
    const last = groups.at(-1);
    if (last !== undefined && start - last.start <= slack) last.count += 1;
    else groups.push({ start, count: 1 });
  }
  groups.sort((a, b) => b.count - a.count);
  return groups.slice(0, MOST_PLACES).map(({ start }) => start);
}

/**
 * Places where words stand with some changes, by edit distance (Myers 1999). Beginning and end stand as they were, so
 * that it is known where the words begin and end. Time is linear in the text.
 *
 * @returns none where the words are short
 */
export function findAlike(text: string, words: string): { start: number; end: number }[] {
  if (words.length < SHORTEST) return [];
  const most = Math.floor(words.length * CHANGED);
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
