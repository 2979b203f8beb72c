import type { Steps } from '../../page/in-slices.ts';
import type { ArticleModel } from '../model/article-model.ts';
import { logistic } from '../ranking/weigh.ts';
import { flattenTrees, sumTrees } from '../speakers/boosted-trees.ts';
import { isCodeString } from './code-strings.ts';
import { quotationTrees } from './quotation-trees.ts';
import { QUOTE_FEATURES, readQuoteRow } from './quote-features.ts';

/** Belief that a span is somebody's words, from which it counts as a quote. */
const QUOTE_BAR = 0.55;
/** The same for a few words, which are names and terms as often: a missed one costs less than a false one. */
const SHORT_BAR = 0.72;
/** Words from which a span is no mere few. */
const FEW = 4;

const SIZE = QUOTE_FEATURES.indexOf('size');

const trees = flattenTrees(quotationTrees, QUOTE_FEATURES);

/** The spans that hold somebody's words, and no titles, nicknames or words held at arm's length. */
export function* chooseQuotes(model: ArticleModel): Steps<number[]> {
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
    yield;
    const marked = model.spans[span];
    if (at < 0 || !marked || isCodeString(model.text, marked)) continue;
    if (marked.utterance === undefined || marked.utterance !== utterance) close();
    utterance = marked.utterance;
    pieces.push(span);
    const row = readQuoteRow(model, span);
    const bar = (row[SIZE] ?? 0) < FEW ? SHORT_BAR : QUOTE_BAR;
    isQuote ||= logistic(sumTrees(trees, row)) >= bar;
  }
  close();
  return chosen;
}
