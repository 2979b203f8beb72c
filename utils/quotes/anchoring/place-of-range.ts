import { agreeingContext } from '../../text/agreeing-context.ts';
import { findAll } from '../../text/find-all.ts';
import type { Stretch } from '../../text/split-sentences.ts';
import { fold, foldUnit } from './fold-text.ts';
import type { PageText } from './page-text.ts';

/** Characters compared on either side, after folding, where the same words stand more than once. */
const CONTEXT = 60;
/** Characters of a long stretch that its beginning and its end are known by, after folding. */
const EDGE = 40;
/** More places than this can't be told apart. */
const MANY = 500;
/** A text may hold so much less or more between two edges than the page: boxes in the one, captions in the other. */
const LEAST_SHARE = 0.3;
const MOST_SHARE = 1.5;

/** Where the folded character at an index stands in the text itself. */
function unfold(text: string, index: number): number {
  let left = index;
  for (let at = 0; at < text.length; at += 1) {
    const width = foldUnit(text.charAt(at)).length;
    if (width > left) return at;
    left -= width;
  }
  return text.length;
}

/** Where some words stand whose surroundings agree best, or -1. */
function bestPlace(text: string, words: string, before: string, after: string, from = 0): number {
  // With what is around it even one letter mostly stands in one place.
  const [framed] = findAll(text, before + words + after, MANY);
  if (framed !== undefined && framed + before.length >= from) return framed + before.length;
  let best = -1;
  let most = -1;
  for (const start of findAll(text, words, MANY)) {
    if (start < from) continue;
    const agreed = agreeingContext(text, { start, end: start + words.length }, { before, after });
    if (agreed > most) {
      most = agreed;
      best = start;
    }
  }
  return best;
}

/** By its first and its last words, where the page has something between them that the text has not. */
function placeByEdges(text: string, words: string, before: string, after: string): Stretch | null {
  if (words.length < 2 * EDGE) return null;
  const start = bestPlace(text, words.slice(0, EDGE), before, words.slice(EDGE, EDGE + CONTEXT));
  if (start === -1) return null;
  const last = bestPlace(text, words.slice(-EDGE), words.slice(-EDGE - CONTEXT, -EDGE), after, start);
  if (last === -1) return null;
  const share = (last + EDGE - start) / words.length;
  return share >= LEAST_SHARE && share <= MOST_SHARE ? { start, end: last + EDGE } : null;
}

/**
 * Where what is selected in a page stands in its article's text. The way back from `locateQuote`.
 *
 * @param page the text under the article's element, as `readPageText` reads it
 * @param text the article's text
 * @returns UTF-16 offsets into it; null where the words are not the article's (a caption, a box), or there are none
 */
export function placeOfRange(page: PageText, text: string, range: Range): Stretch | null {
  const stretch = page.stretchOf(range);
  if (stretch === null || stretch.start >= stretch.end) return null;
  const words = page.folded.slice(stretch.start, stretch.end);
  const before = page.folded.slice(Math.max(0, stretch.start - CONTEXT), stretch.start);
  const after = page.folded.slice(stretch.end, stretch.end + CONTEXT);
  const folded = fold(text);
  const start = bestPlace(folded, words, before, after);
  const place =
    start === -1 ? placeByEdges(folded, words, before, after) : { start, end: start + words.length };
  return place && { start: unfold(text, place.start), end: unfold(text, place.end - 1) + 1 };
}
