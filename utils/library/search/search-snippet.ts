import { isNearly } from './find-terms.ts';
import { splitWords } from './split-words.ts';

/** A range of UTF-16 units: from, to. */
export type Range = [start: number, end: number];

/** A piece of text with the places that matched. */
export interface Snippet {
  text: string;
  hits: Range[];
  /** Text was left out before or after. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** Length of a snippet in UTF-16 units: two lines of a list. */
const SNIPPET_LENGTH = 200;

/** How far before the first hit a snippet begins. */
const LEAD = 60;

/** More hits than this say nothing new and cost time in very long texts. */
const MAX_HITS = 200;

/**
 * Where a text answers the terms of a query.
 *
 * @param text original text; offsets are into it, whatever folding does to lengths
 * @param wanted folded terms; a word of the text that begins with one answers it
 * @param forgiving so does one that is a term but for a typo
 */
export function findHits(text: string, wanted: readonly string[], forgiving: boolean): Range[] {
  const hits: Range[] = [];
  const answers = (term: string): boolean =>
    wanted.some((one) => term.startsWith(one) || (forgiving && isNearly(one, term)));
  const onTerm = (term: string, start: number, end: number): void => {
    if (hits.length >= MAX_HITS || !answers(term)) return;
    const last = hits.at(-1);
    // Pairs of an unspaced script overlap: one mark for the run.
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else hits.push([start, end]);
  };
  // The first letter must be right even where typos are forgiven.
  splitWords(text, onTerm, wanted.map((term) => term.charAt(0)).join(''));
  return hits;
}

/** Index of the hit whose surroundings hold most hits. */
function densest(hits: readonly Range[]): number {
  let best = 0;
  let bestCount = 0;
  for (let i = 0, end = 0; i < hits.length; i += 1) {
    const limit = (hits[i]?.[0] ?? 0) + SNIPPET_LENGTH - LEAD;
    while (end < hits.length && (hits[end]?.[1] ?? 0) <= limit) end += 1;
    if (end - i > bestCount) {
      bestCount = end - i;
      best = i;
    }
  }
  return best;
}

/** Moves a cut to the next gap between words, at most a word's length. */
function toGap(text: string, at: number, direction: 1 | -1): number {
  for (let i = at, steps = 0; i > 0 && i < text.length && steps < 24; i += direction, steps += 1) {
    if (/\s/.test(text[i] ?? '')) return direction === 1 ? i + 1 : i;
  }
  // An unspaced script, or a very long word: cut here, but never through a surrogate pair.
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - direction : at;
}

/**
 * The part of a text that shows best why it was found.
 *
 * @param hits from `findHits` on the same text
 * @returns the beginning of the text where there are no hits
 */
export function cutSnippet(text: string, hits: readonly Range[]): Snippet {
  const first = hits[densest(hits)]?.[0] ?? 0;
  const from = first <= LEAD ? 0 : Math.min(toGap(text, first - LEAD, 1), first);
  const to = from + SNIPPET_LENGTH >= text.length ? text.length : toGap(text, from + SNIPPET_LENGTH, -1);
  return {
    // Paragraph breaks would tear the list; a space keeps the offsets.
    text: text.slice(from, to).replace(/\s/g, ' '),
    hits: hits
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start - from, end - from]),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  };
}
