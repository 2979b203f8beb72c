import { createRangeIn, documentOf } from '../../page/dom-access.ts';
import { agreeingContext, findAlike, findAll } from '../../text/find-text.ts';
import type { TextRange } from '../../text/segment-text.ts';
import type { Quotation } from '../types.ts';
import { fold, foldUnit, type PageText } from './page-text.ts';

/** Context compared on each side, in folded characters. */
const CONTEXT_LENGTH = 48;
/** With more matches than this, the quote counts as not found. */
const MAX_MATCHES = 500;
/** Minimum number of matching context characters, and the minimum lead of the best match over the second best. */
const MIN_CONTEXT_MATCH = 6;
const MIN_LEAD = 4;

interface Place {
  start: number;
  end: number;
  context: number;
}

/** Exact matches of the quote's words. */
function exactMatches(page: string, words: string): { start: number; end: number }[] {
  return findAll(page, words, MAX_MATCHES).map((start) => ({ start, end: start + words.length }));
}

/** The best match; null if none has enough context or two are equally good. */
function choose(places: readonly Place[], words: string, roomForContext: number): Place | null {
  const [best, next] = [...places].sort((a, b) => b.context - a.context);
  if (!best) return null;
  if (next) return best.context >= MIN_CONTEXT_MATCH && best.context - next.context >= MIN_LEAD ? best : null;
  // A single match: long words need only their quotation marks as context, short ones need adjacent words.
  const needed = Math.min(words.length >= 40 ? 2 : MIN_CONTEXT_MATCH, roomForContext);
  return best.context >= needed ? best : null;
}

function toRange(page: PageText, start: number, end: number): Range | null {
  const from = page.locate(start);
  const to = page.locate(end - 1);
  if (!from || !to) return null;
  const range = createRangeIn(documentOf(from.node));
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset + to.length);
  return range;
}

/**
 * Locates the words at `quote` (UTF-16 offsets into the article's `text`) on a page read by `readPageText`, live or a
 * saved copy, as a DOM range. White space, soft hyphens and the shape of quotation marks and dashes are ignored, and
 * some changed words in the middle are tolerated. Repeated words are told apart by their context. Linear in page and
 * text.
 *
 * @returns null if the quote is not on the page or two matches are equally good
 */
export function locateQuote(
  page: PageText,
  text: string,
  quote: { start: number; end: number },
): Range | null {
  const words = fold(text.slice(quote.start, quote.end));
  if (!words) return null;
  const before = fold(text.slice(Math.max(0, quote.start - CONTEXT_LENGTH * 2), quote.start)).slice(
    -CONTEXT_LENGTH,
  );
  const after = fold(text.slice(quote.end, quote.end + CONTEXT_LENGTH * 2)).slice(0, CONTEXT_LENGTH);
  let places = exactMatches(page.folded, words);
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
 * Locates words in a text: at their offsets, or, if the text has changed, the nearest occurrence of the same words.
 *
 * @returns null if the text does not contain them
 */
export function locateInText(text: string, { start, end, text: words }: Quotation): TextRange | null {
  if (words === '') return null;
  if (text.slice(start, end) === words) return { start, end };
  const places = findAll(text, words, MAX_MATCHES);
  const [nearest] = places.sort((a, b) => Math.abs(a - start) - Math.abs(b - start));
  return nearest === undefined ? null : { start: nearest, end: nearest + words.length };
}

/** Context compared on each side if the words occur more than once, in folded characters. */
const RANGE_CONTEXT_LENGTH = 60;
/** Length of the beginning and end by which a long passage is found, in folded characters. */
const EDGE_LENGTH = 40;
/**
 * Minimum ratio of the passage's length in the text to its length in the page: either may contain boxes or captions
 * that the other lacks.
 */
const MIN_LENGTH_RATIO = 0.3;
const MAX_LENGTH_RATIO = 1.5;

/** Converts an index in the folded text to an index in the text. */
function unfold(text: string, index: number): number {
  let left = index;
  for (let at = 0; at < text.length; at += 1) {
    const width = foldUnit(text.charAt(at)).length;
    if (width > left) return at;
    left -= width;
  }
  return text.length;
}

/** The occurrence whose context matches best, or -1. */
function bestMatch(text: string, words: string, before: string, after: string, from = 0): number {
  // With its context, even a single letter is mostly unique.
  const [framed] = findAll(text, before + words + after, MAX_MATCHES);
  if (framed !== undefined && framed + before.length >= from) return framed + before.length;
  let best = -1;
  let most = -1;
  for (const start of findAll(text, words, MAX_MATCHES)) {
    if (start < from) continue;
    const agreed = agreeingContext(text, { start, end: start + words.length }, { before, after });
    if (agreed > most) {
      most = agreed;
      best = start;
    }
  }
  return best;
}

/** Finds a passage by its first and last words, if the page has additional content between them. */
function locateByEdges(text: string, words: string, before: string, after: string): TextRange | null {
  if (words.length < 2 * EDGE_LENGTH) return null;
  const start = bestMatch(
    text,
    words.slice(0, EDGE_LENGTH),
    before,
    words.slice(EDGE_LENGTH, EDGE_LENGTH + RANGE_CONTEXT_LENGTH),
  );
  if (start === -1) return null;
  const last = bestMatch(
    text,
    words.slice(-EDGE_LENGTH),
    words.slice(-EDGE_LENGTH - RANGE_CONTEXT_LENGTH, -EDGE_LENGTH),
    after,
    start,
  );
  if (last === -1) return null;
  const share = (last + EDGE_LENGTH - start) / words.length;
  return share >= MIN_LENGTH_RATIO && share <= MAX_LENGTH_RATIO ? { start, end: last + EDGE_LENGTH } : null;
}

/**
 * Converts a selection in a page to offsets in the article's text; the inverse of `locateQuote`.
 *
 * @param page the text under the article's element, from `readPageText`
 * @param text the article's text
 * @returns UTF-16 offsets; null if the words are not part of the article (a caption, a box), or nothing is selected
 */
export function locateRange(page: PageText, text: string, range: Range): TextRange | null {
  const stretch = page.stretchOf(range);
  if (stretch === null || stretch.start >= stretch.end) return null;
  const words = page.folded.slice(stretch.start, stretch.end);
  const before = page.folded.slice(Math.max(0, stretch.start - RANGE_CONTEXT_LENGTH), stretch.start);
  const after = page.folded.slice(stretch.end, stretch.end + RANGE_CONTEXT_LENGTH);
  const folded = fold(text);
  const start = bestMatch(folded, words, before, after);
  const place =
    start === -1 ? locateByEdges(folded, words, before, after) : { start, end: start + words.length };
  return place && { start: unfold(text, place.start), end: unfold(text, place.end - 1) + 1 };
}
