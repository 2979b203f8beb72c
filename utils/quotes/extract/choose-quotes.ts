import type { ArticleModel } from '../model/types.ts';
import { flattenTrees, logistic, sumTrees, type Tree } from '../speakers/boosted-trees.ts';
import type { QuotedSpan } from './quotation-marks.ts';
import quotationTrees from './quotation-trees.json' with { type: 'json' };
import { NEIGHBOURS, QUOTE_FEATURES, type QuoteFeature, readQuoteRow } from './quote-features.ts';

/** Belief that a span is somebody's words, from which it counts as a quote. */
const QUOTE_BAR = 0.55;
/** The same for a few words, which are names and terms as often: a missed one costs less than a false one. */
const SHORT_BAR = 0.74;
/** Words from which a span is no mere few. */
export const FEW = 4;

const SIZE = QUOTE_FEATURES.indexOf('size');
const PLAIN = QUOTE_FEATURES.indexOf('plain');
const BEFORE = QUOTE_FEATURES.indexOf('before');
const AFTER = QUOTE_FEATURES.indexOf('after');
const OPENING = QUOTE_FEATURES.indexOf('opening');
const COLON = NEIGHBOURS.indexOf('colon');
const STOP = NEIGHBOURS.indexOf('stop');

/** The bar for a row: a colon, a plain speaker's clause or a sentence of their own says that a few words are no name. */
export function barFor(row: readonly number[]): number {
  const after = row[AFTER] ?? 0;
  const isSentence = (row[OPENING] ?? 0) > 1 && (after === 0 || after === STOP);
  const isPlain = (row[PLAIN] ?? 0) > 0 || isSentence || row[BEFORE] === COLON;
  return (row[SIZE] ?? 0) < FEW && !isPlain ? SHORT_BAR : QUOTE_BAR;
}

/** Characters looked at on either side of a span. */
const AROUND = 16;
/** `name = "`, `print("`, `["`, `{"`, `"key": "`: what only a machine is told stands in front of a string. */
const IN_FRONT = /(?:=|[\p{L}\p{N}_\])]\(|\[|\{|["'] ?:)\s*$/u;
/** `");`, `">`, `"]`, `"}`, `";` at the end of a line. */
const BEHIND = /^\s*(?:\)\s*[;{]|[>\]}]|;\s*(?:\n|$))/;

/**
 * Is a span in straight marks a string in a listing of code, and no speech? Articles about computers hold many.
 *
 * @param text what the span was found in
 */
function isCodeString(text: string, { outerStart, outerEnd }: QuotedSpan): boolean {
  if (!/["']/.test(text.charAt(outerStart))) return false;
  return (
    IN_FRONT.test(text.slice(Math.max(0, outerStart - AROUND), outerStart)) ||
    BEHIND.test(text.slice(outerEnd, outerEnd + AROUND))
  );
}

const trees = flattenTrees(quotationTrees.trees as readonly Tree<QuoteFeature>[], QUOTE_FEATURES);

/** The spans that hold somebody's words, and no titles, nicknames or words held at arm's length. */
export function chooseQuotes(model: ArticleModel): number[] {
  const chosen: number[] = [];
  /** The spans of one utterance, which are quotes together or not at all. */
  let pieces: number[] = [];
  let utterance: number | undefined;
  let isQuote = false;
  const close = () => {
    if (isQuote) for (const piece of pieces) chosen.push(piece);
    pieces = [];
    isQuote = false;
  };
  for (const [span, at] of model.quoteTokens.entries()) {
    const marked = model.spans[span];
    if (at < 0 || !marked || isCodeString(model.text, marked)) continue;
    if (marked.utterance === undefined || marked.utterance !== utterance) close();
    utterance = marked.utterance;
    pieces.push(span);
    if (marked.sure) isQuote = true;
    if (isQuote) continue;
    const row = readQuoteRow(model, span);
    isQuote = logistic(sumTrees(trees, row)) >= barFor(row);
  }
  close();
  return chosen;
}
