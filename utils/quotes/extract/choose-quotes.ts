import { hasClass } from '../model/has-class.ts';
import { WORK } from '../model/lexicon.ts';
import type { ArticleModel } from '../model/types.ts';
import { logistic } from '../ranking/weigh.ts';
import { flattenTrees, sumTrees, type Tree } from '../speakers/boosted-trees.ts';
import { isCodeString } from './code-strings.ts';
import quotationTrees from './quotation-trees.json' with { type: 'json' };
import { barFor } from './quote-bar.ts';
import { QUOTE_FEATURES, type QuoteFeature, readQuoteRow } from './quote-features.ts';
import type { QuotedSpan } from './quoted-span.ts';

const trees = flattenTrees(quotationTrees.trees as readonly Tree<QuoteFeature>[], QUOTE_FEATURES);

/** `la novela “El puente”`: where titles are written like sentences, the noun in front tells them. */
function isTitleOfWork({ tokens, lexicon }: ArticleModel, at: number): boolean {
  const before = tokens[at - 1];
  if (lexicon.code === 'en' || before?.sentence !== tokens[at]?.sentence) return false;
  return hasClass(before, WORK);
}

/** "hafen.de", "@reed": one word that only machines write so. */
const ADDRESS =
  /^(?:[@#][\p{L}\p{N}_]+|(?:https?:\/\/)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{Ll}{2,6}(?:\/\S*)?)$/u;
const LONGEST_ADDRESS = 80;

function isAddress({ text }: ArticleModel, { start, end }: QuotedSpan): boolean {
  if (end - start >= LONGEST_ADDRESS) return false;
  const words = text.slice(start, end);
  // The pattern takes longer to compile than all else that is read of the quotes in most articles, where none needs it.
  return !words.includes(' ') && ADDRESS.test(words);
}

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
    if (at < 0 || !marked || isTitleOfWork(model, at)) continue;
    if (isCodeString(model.text, marked) || isAddress(model, marked)) continue;
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
