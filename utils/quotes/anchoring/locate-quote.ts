import { documentOf, rangeIn } from '../../page/dom-access.ts';
import { agreeingContext } from '../../text/agreeing-context.ts';
import { findAlike } from '../../text/find-alike.ts';
import { findAll } from '../../text/find-all.ts';
import { fold } from './fold-text.ts';
import type { PageText } from './page-text.ts';

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
