import type { Steps } from '../../page/in-slices.ts';
import type { ArticleModel } from '../model/article-model.ts';
import { WORK } from '../model/lexicon.ts';
import { logistic, weigh } from '../ranking/weigh.ts';
import { findPlainSpeaker } from '../speakers/plain-speaker.ts';
import { isCodeString } from './code-strings.ts';
import { readQuoteFeatures } from './quote-features.ts';
import { quoteWeights } from './quote-weights.ts';

/** Belief that a span is somebody's words, from which it counts as a quote. The weights were fitted on English. */
const QUOTE_BAR = 0.83;
const QUOTE_BAR_ELSEWHERE = 0.48;
/** What a plain speaker's clause right at the span adds, in log-odds. */
const PLAIN = 0.7;

const weights = new Map(Object.entries(quoteWeights));

/** `la novela “El puente”`: where titles are written like sentences, the noun in front tells them. */
function isTitleOfWork({ tokens, lexicon }: ArticleModel, at: number): boolean {
  const before = tokens[at - 1];
  if (lexicon.code === 'en' || before?.sentence !== tokens[at]?.sentence) return false;
  return before !== undefined && (before.classes & WORK) !== 0;
}

/** Letters of a script without spaces, or else words, from which a span is no mere term. */
const MANY_LETTERS = 8;
const MANY_WORDS = 4;

/** In a language without words here, length tells quotes from terms and titles. */
function looksSaid({ text, spans }: ArticleModel, span: number): boolean {
  const { start = 0, end = 0 } = spans[span] ?? {};
  const words = text.slice(start, end);
  const unspaced =
    words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return unspaced >= MANY_LETTERS || (words.match(/[\p{L}\p{M}\p{N}'’-]+/gu)?.length ?? 0) >= MANY_WORDS;
}

/** The spans that hold somebody's words, and no titles, nicknames or words held at arm's length. */
export function* chooseQuotes(model: ArticleModel): Steps<number[]> {
  const bar = model.lexicon.code === 'en' ? QUOTE_BAR : QUOTE_BAR_ELSEWHERE;
  const chosen: number[] = [];
  for (const [span, at] of model.quoteTokens.entries()) {
    yield;
    const marked = model.spans[span];
    if (at < 0 || !marked || isTitleOfWork(model, at) || isCodeString(model.text, marked)) continue;
    if (model.lexicon.code === 'und') {
      if (looksSaid(model, span)) chosen.push(span);
      continue;
    }
    const plain = findPlainSpeaker(model, at).side === 'none' ? 0 : PLAIN;
    if (logistic(weigh(readQuoteFeatures(model, span), weights) + plain) >= bar) chosen.push(span);
  }
  return chosen;
}
