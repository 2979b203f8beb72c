import type { QuotedSpan } from '../extract/quotation-marks.ts';
import { findClauseSubjects } from './clause-subjects.ts';
import { readCues } from './cues.ts';
import { readMentionNumbers, readPathCounts } from './mention-numbers.ts';
import { readMentions } from './mentions.ts';
import { readTokens } from './tokens.ts';
import type { ArticleModel, Lexicon } from './types.ts';

function firstFrom(count: number, starts: readonly { first: number }[]): Int32Array {
  const from = new Int32Array(count + 1);
  let k = starts.length;
  for (let i = count; i >= 0; i--) {
    while (k > 0 && (starts[k - 1]?.first ?? -1) >= i) k--;
    from[i] = k;
  }
  return from;
}

/** Reads the tokens, mentions and cues of a text with known quoted spans. */
export function readArticle(text: string, spans: readonly QuotedSpan[], lexicon: Lexicon): ArticleModel {
  const tokens = readTokens(text, spans, lexicon);
  const mentions = readMentions(tokens, lexicon);
  const cues = readCues(tokens, lexicon);
  const quoteTokens: number[] = new Array<number>(spans.length).fill(-1);
  for (const [i, token] of tokens.entries()) if (token.span >= 0) quoteTokens[token.span] = i;
  const model: ArticleModel = {
    text,
    lexicon,
    spans,
    tokens,
    mentions,
    cues,
    quoteTokens,
    mentionFrom: firstFrom(tokens.length, mentions),
    cueFrom: firstFrom(tokens.length, cues),
    mentionNumbers: readMentionNumbers(tokens, mentions),
    path: readPathCounts(tokens),
    subjects: new Int32Array(),
    agents: new Map(),
  };
  model.subjects = findClauseSubjects(model);
  return model;
}
