import { createRangeIn, documentOf } from '../../page/dom-access.ts';
import { countMatchingContext, findAll, findApproximateMatches } from '../../text/find-text.ts';
import type { TextRange } from '../../text/segment-text.ts';
import type { Quotation } from '../types.ts';
import { fold, foldUnit, type PageText } from './page-text.ts';

/** Context compared on each side, in folded characters. */
const CONTEXT_LENGTH = 48;
/** Maximum number of matches; with more, the quote counts as not found. */
const MAX_MATCHES = 500;
/** Minimum number of matching context characters, and the minimum lead of the best match over the second best. */
const MIN_CONTEXT_MATCH = 6;
const MIN_LEAD = 4;

interface Match {
  start: number;
  end: number;
  contextScore: number;
}

/** Finds exact matches of the quote's words. */
function findExactMatches(page: string, words: string): { start: number; end: number }[] {
  return findAll(page, words, MAX_MATCHES).map((start) => ({ start, end: start + words.length }));
}

/** Chooses the best match; null if its context does not match well enough, or not better than that of another. */
function chooseMatch(matches: readonly Match[], words: string, availableContext: number): Match | null {
  const [best, next] = [...matches].sort((a, b) => b.contextScore - a.contextScore);
  if (!best) return null;
  if (next)
    return best.contextScore >= MIN_CONTEXT_MATCH && best.contextScore - next.contextScore >= MIN_LEAD
      ? best
      : null;
  // A single match: long words need only their quotation marks as context, short ones need adjacent words.
  const needed = Math.min(words.length >= 40 ? 2 : MIN_CONTEXT_MATCH, availableContext);
  return best.contextScore >= needed ? best : null;
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
 * Locates a quote on a page, live or a saved copy. White space, soft hyphens and the shape of quotation marks and dashes
 * are ignored, and some changed words in the middle are tolerated. Repeated words are distinguished by their context.
 * Takes time linear in the lengths of page and text.
 *
 * @param page from `readPageText`
 * @param text the article's text
 * @param quote UTF-16 offsets into `text`
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
  let matches = findExactMatches(page.folded, words);
  if (matches.length === 0) matches = findApproximateMatches(page.folded, words);
  const scored = matches.map(({ start, end }) => ({
    start,
    end,
    contextScore: countMatchingContext(page.folded, { start, end }, { before, after }),
  }));
  const match = chooseMatch(scored, words, before.length + after.length);
  return match ? toRange(page, match.start, match.end) : null;
}

/**
 * Locates words in a text: at their offsets, or, if the text has changed, the nearest occurrence of the same words.
 *
 * @returns null if the text does not contain them
 */
export function locateInText(text: string, { start, end, text: words }: Quotation): TextRange | null {
  if (words === '') return null;
  if (text.slice(start, end) === words) return { start, end };
  const matches = findAll(text, words, MAX_MATCHES);
  const [nearest] = matches.sort((a, b) => Math.abs(a - start) - Math.abs(b - start));
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
function unfoldIndex(text: string, index: number): number {
  let remaining = index;
  for (let at = 0; at < text.length; at += 1) {
    const width = foldUnit(text.charAt(at)).length;
    if (width > remaining) return at;
    remaining -= width;
  }
  return text.length;
}

/** Returns the index of the occurrence whose context matches best, or -1. */
function bestMatch(text: string, words: string, before: string, after: string, from = 0): number {
  // With its full context, even a single letter is usually unique.
  const [framed] = findAll(text, before + words + after, MAX_MATCHES);
  if (framed !== undefined && framed + before.length >= from) return framed + before.length;
  let best = -1;
  let bestScore = -1;
  for (const start of findAll(text, words, MAX_MATCHES)) {
    if (start < from) continue;
    const score = countMatchingContext(text, { start, end: start + words.length }, { before, after });
    if (score > bestScore) {
      bestScore = score;
      best = start;
    }
  }
  return best;
}

/** Finds a passage by its beginning and end, if the page has additional content between them. */
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
  const selected = page.getOffsets(range);
  if (selected === null || selected.start >= selected.end) return null;
  const words = page.folded.slice(selected.start, selected.end);
  const before = page.folded.slice(Math.max(0, selected.start - RANGE_CONTEXT_LENGTH), selected.start);
  const after = page.folded.slice(selected.end, selected.end + RANGE_CONTEXT_LENGTH);
  const folded = fold(text);
  const start = bestMatch(folded, words, before, after);
  const match =
    start === -1 ? locateByEdges(folded, words, before, after) : { start, end: start + words.length };
  return match && { start: unfoldIndex(text, match.start), end: unfoldIndex(text, match.end - 1) + 1 };
}
