import type { ArticleModel } from '../model/types.ts';
import { flattenTrees, logistic, sumTrees, type Tree } from '../speakers/boosted-trees.ts';
import type { QuotedSpan } from './quotation-marks.ts';
import quotationTrees from './quotation-trees.json' with { type: 'json' };
import { NEIGHBOURS, QUOTE_FEATURES, type QuoteFeature, readQuoteRow } from './quote-features.ts';

/** Minimum probability that a span is direct speech for it to count as a quote. */
const MIN_PROBABILITY = 0.55;
/**
 * Minimum probability for short spans, which are often names or terms. It is high, because a missed quote costs less
 * than a false one.
 */
const MIN_SHORT_PROBABILITY = 0.74;
/** Minimum number of words of a span that is not short. */
export const MIN_LONG_SPAN_WORDS = 4;

const SIZE_INDEX = QUOTE_FEATURES.indexOf('size');
const PLAIN_INDEX = QUOTE_FEATURES.indexOf('plain');
const BEFORE_INDEX = QUOTE_FEATURES.indexOf('before');
const AFTER_INDEX = QUOTE_FEATURES.indexOf('after');
const OPENING_INDEX = QUOTE_FEATURES.indexOf('opening');
const COLON_VALUE = NEIGHBOURS.indexOf('colon');
const STOP_VALUE = NEIGHBOURS.indexOf('stop');

/**
 * Returns the threshold for a feature row. Short spans with a colon, a plain attribution or a sentence of their own are
 * not names, so the usual threshold suffices.
 */
export function thresholdFor(row: readonly number[]): number {
  const after = row[AFTER_INDEX] ?? 0;
  const isSentence = (row[OPENING_INDEX] ?? 0) > 1 && (after === 0 || after === STOP_VALUE);
  const isClearlyQuote = (row[PLAIN_INDEX] ?? 0) > 0 || isSentence || row[BEFORE_INDEX] === COLON_VALUE;
  return (row[SIZE_INDEX] ?? 0) < MIN_LONG_SPAN_WORDS && !isClearlyQuote
    ? MIN_SHORT_PROBABILITY
    : MIN_PROBABILITY;
}

/** Characters of context on each side of a span. */
const CONTEXT_LENGTH = 16;
/** Code before a string: `name = "`, `print("`, `["`, `{"`, `"key": "`. */
const CODE_BEFORE = /(?:=|[\p{L}\p{N}_\])]\(|\[|\{|["'] ?:)\s*$/u;
/** Code after a string: `");`, `">`, `"]`, `"}`, and `";` at the end of a line. */
const CODE_AFTER = /^\s*(?:\)\s*[;{]|[>\]}]|;\s*(?:\n|$))/;

/**
 * Whether a span in straight marks is a string in a code listing, as in articles about computers.
 *
 * @param text the text that contains the span
 */
function isCodeString(text: string, { outerStart, outerEnd }: QuotedSpan): boolean {
  if (!/["']/.test(text.charAt(outerStart))) return false;
  return (
    CODE_BEFORE.test(text.slice(Math.max(0, outerStart - CONTEXT_LENGTH), outerStart)) ||
    CODE_AFTER.test(text.slice(outerEnd, outerEnd + CONTEXT_LENGTH))
  );
}

const trees = flattenTrees(quotationTrees.trees as readonly Tree<QuoteFeature>[], QUOTE_FEATURES);

/** Chooses the spans that are direct speech, not titles, nicknames or scare quotes. */
export function chooseQuotes(model: ArticleModel): number[] {
  const chosen: number[] = [];
  /** The spans of the current utterance, which is a quote if any of them passes its threshold. */
  let pieces: number[] = [];
  let utterance: number | undefined;
  let isQuote = false;
  const closeUtterance = () => {
    if (isQuote) for (const piece of pieces) chosen.push(piece);
    pieces = [];
    isQuote = false;
  };
  for (const [span, at] of model.quoteTokens.entries()) {
    const quotedSpan = model.spans[span];
    if (at < 0 || !quotedSpan || isCodeString(model.text, quotedSpan)) continue;
    if (quotedSpan.utterance === undefined || quotedSpan.utterance !== utterance) closeUtterance();
    utterance = quotedSpan.utterance;
    pieces.push(span);
    if (quotedSpan.isSpeech) isQuote = true;
    if (isQuote) continue;
    const row = readQuoteRow(model, span);
    isQuote = logistic(sumTrees(trees, row)) >= thresholdFor(row);
  }
  closeUtterance();
  return chosen;
}
