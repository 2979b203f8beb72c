import { documentOf, rangeIn } from '../../page/dom-access.ts';
import { agreeingContext, findAlike, findAll } from '../../text/find-text.ts';
import type { TextRange } from '../../text/segment-text.ts';
import type { Quotation } from '../types.ts';
import { fold, foldUnit, type PageText } from './page-text.ts';

/** Characters of context compared on each side, after folding. */
const CONTEXT = 48;
/** More places than this can't be told apart; the quote counts as not found. */
const MANY = 500;
/** Context characters that make a place believable, and by which the best place must win. */
const ENOUGH = 6;
const MARGIN = 4;

interface Place {
  start: number;
  end: number;
  context: number;
}

/** Places where the quote's words stand exactly. */
function exactPlaces(page: string, words: string): { start: number; end: number }[] {
  return findAll(page, words, MANY).map((start) => ({ start, end: start + words.length }));
}

/** The one place that fits, or null when none does or two fit alike. */
function choose(places: readonly Place[], words: string, roomForContext: number): Place | null {
  const [best, next] = [...places].sort((a, b) => b.context - a.context);
  if (!best) return null;
  if (next) return best.context >= ENOUGH && best.context - next.context >= MARGIN ? best : null;
  // Alone on the page: long words need no more than their quotation marks, short ones need neighbours.
  const needed = Math.min(words.length >= 40 ? 2 : ENOUGH, roomForContext);
  return best.context >= needed ? best : null;
}

function toRange(page: PageText, start: number, end: number): Range | null {
  const from = page.locate(start);
  const to = page.locate(end - 1);
  if (!from || !to) return null;
  const range = rangeIn(documentOf(from.node));
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset + to.length);
  return range;
}

/**
 * Finds the words at `quote` (UTF-16 offsets into the article's `text`) on a page that was read by `readPageText`, live
 * or a saved copy, and gives them as a DOM range. White space, soft hyphens and the shape of quotation marks and
 * dashes don't matter, and some changed words between its beginning and end are forgiven. The words around the quote tell
 * lookalikes apart; null when the quote is not here or two places fit alike. Time is linear in page and text.
 */
export function locateQuote(
  page: PageText,
  text: string,
  quote: { start: number; end: number },
): Range | null {
  const words = fold(text.slice(quote.start, quote.end));
  if (!words) return null;
  const before = fold(text.slice(Math.max(0, quote.start - CONTEXT * 2), quote.start)).slice(-CONTEXT);
  const after = fold(text.slice(quote.end, quote.end + CONTEXT * 2)).slice(0, CONTEXT);
  let places = exactPlaces(page.folded, words);
  if (places.length === 0) places = findAlike(page.folded, words);
  const weighed = places.map(({ start, end }) => ({
    start,
    end,
    context: agreeingContext(page.folded, { start, end }, { before, after }),
  }));
  const place = choose(weighed, words, before.length + after.length);
  return place ? toRange(page, place.start, place.end) : null;
}

/**
 * Where words stand in a text: at their offsets, or, where the text has been read again meanwhile, at the place of the
 * same words that is nearest to those.
 *
 * @returns null where the text does not hold them
 */
export function settlePlace(text: string, { start, end, text: words }: Quotation): TextRange | null {
  if (words === '') return null;
  if (text.slice(start, end) === words) return { start, end };
  const places = findAll(text, words, MANY);
  const [nearest] = places.sort((a, b) => Math.abs(a - start) - Math.abs(b - start));
  return nearest === undefined ? null : { start: nearest, end: nearest + words.length };
}

/** Characters compared on either side, after folding, where the same words stand more than once. */
const RANGE_CONTEXT = 60;
/** Characters of a long stretch that its beginning and its end are known by, after folding. */
const EDGE = 40;
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
function placeByEdges(text: string, words: string, before: string, after: string): TextRange | null {
  if (words.length < 2 * EDGE) return null;
  const start = bestPlace(text, words.slice(0, EDGE), before, words.slice(EDGE, EDGE + RANGE_CONTEXT));
  if (start === -1) return null;
  const last = bestPlace(text, words.slice(-EDGE), words.slice(-EDGE - RANGE_CONTEXT, -EDGE), after, start);
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
export function placeOfRange(page: PageText, text: string, range: Range): TextRange | null {
  const stretch = page.stretchOf(range);
  if (stretch === null || stretch.start >= stretch.end) return null;
  const words = page.folded.slice(stretch.start, stretch.end);
  const before = page.folded.slice(Math.max(0, stretch.start - RANGE_CONTEXT), stretch.start);
  const after = page.folded.slice(stretch.end, stretch.end + RANGE_CONTEXT);
  const folded = fold(text);
  const start = bestPlace(folded, words, before, after);
  const place =
    start === -1 ? placeByEdges(folded, words, before, after) : { start, end: start + words.length };
  return place && { start: unfold(text, place.start), end: unfold(text, place.end - 1) + 1 };
}
