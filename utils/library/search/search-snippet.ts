import { equalsWithTypos } from './find-terms.ts';
import { splitWords } from './split-words.ts';

/** A range in UTF-16 units; the end is exclusive. */
export type Range = [start: number, end: number];

/** A piece of a text with the matching ranges. */
export interface Snippet {
  text: string;
  hits: Range[];
  /** Whether text was omitted before or after it. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** Length of a snippet in UTF-16 units: two lines of a list. */
const SNIPPET_LENGTH = 200;

/** Length of the text before the first match. */
const LEAD_LENGTH = 60;

/** Maximum number of matches, to limit the time for very long texts. */
const MAX_HITS = 200;

/**
 * Finds the terms of a query in a text.
 *
 * @param text original text; offsets refer to it, although normalisation may change lengths
 * @param wanted normalised terms; they match words that start with them
 * @param isFuzzy also matches words with typos
 */
export function findHits(text: string, wanted: readonly string[], isFuzzy: boolean): Range[] {
  const hits: Range[] = [];
  const isMatch = (term: string): boolean =>
    wanted.some((one) => term.startsWith(one) || (isFuzzy && equalsWithTypos(one, term)));
  splitWords(text, (term, start, end) => {
    if (hits.length >= MAX_HITS || !isMatch(term)) return;
    const last = hits.at(-1);
    // Pairs of an unspaced script overlap, so they are joined to one range.
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else hits.push([start, end]);
  });
  return hits;
}

/** Index of the match with the most other matches nearby. */
function findDensestHit(hits: readonly Range[]): number {
  let best = 0;
  let bestCount = 0;
  for (let i = 0, end = 0; i < hits.length; i += 1) {
    const limit = (hits[i]?.[0] ?? 0) + SNIPPET_LENGTH - LEAD_LENGTH;
    while (end < hits.length && (hits[end]?.[1] ?? 0) <= limit) end += 1;
    if (end - i > bestCount) {
      bestCount = end - i;
      best = i;
    }
  }
  return best;
}

/** Moves a cut to the next gap between words, by at most the length of a word. */
function moveToWordGap(text: string, at: number, direction: 1 | -1): number {
  for (let i = at, steps = 0; i > 0 && i < text.length && steps < 24; i += direction, steps += 1) {
    if (/\s/.test(text[i] ?? '')) return direction === 1 ? i + 1 : i;
  }
  // An unspaced script, or a very long word: cut here, but not within a surrogate pair.
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - direction : at;
}

/**
 * The part of a text with the most matches.
 *
 * @param hits from `findHits` for the same text
 * @returns the beginning of the text if there are no matches
 */
export function cutSnippet(text: string, hits: readonly Range[]): Snippet {
  const first = hits[findDensestHit(hits)]?.[0] ?? 0;
  const from = first <= LEAD_LENGTH ? 0 : Math.min(moveToWordGap(text, first - LEAD_LENGTH, 1), first);
  const to =
    from + SNIPPET_LENGTH >= text.length ? text.length : moveToWordGap(text, from + SNIPPET_LENGTH, -1);
  return {
    // Paragraph breaks would break the list's layout; a space keeps the offsets.
    text: text.slice(from, to).replace(/\s/g, ' '),
    hits: hits
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start - from, end - from]),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  };
}
