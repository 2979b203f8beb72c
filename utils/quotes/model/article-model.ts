import type { QuotedSpan } from '../extract/quotation-marks.ts';
import { findClauseSubjects } from './clause-subjects.ts';
import { findCues } from './cues.ts';
import { computeMentionFeatures, countTokenKinds } from './mention-features.ts';
import { findMentions } from './mentions.ts';
import { tokenise } from './tokens.ts';
import type { ArticleModel, Lexicon } from './types.ts';

function indexFirstFrom(count: number, starts: readonly { first: number }[]): Int32Array {
  const from = new Int32Array(count + 1);
  let k = starts.length;
  for (let i = count; i >= 0; i--) {
    while (k > 0 && (starts[k - 1]?.first ?? -1) >= i) k--;
    from[i] = k;
  }
  return from;
}

/** Reads the tokens, mentions and cues of a text with known quoted spans. */
export function analyseArticle(text: string, spans: readonly QuotedSpan[], lexicon: Lexicon): ArticleModel {
  const tokens = tokenise(text, spans, lexicon);
  const mentions = findMentions(tokens, lexicon);
  const cues = findCues(tokens, lexicon);
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
    mentionFrom: indexFirstFrom(tokens.length, mentions),
    cueFrom: indexFirstFrom(tokens.length, cues),
    mentionFeatures: computeMentionFeatures(tokens, mentions),
    tokenCounts: countTokenKinds(tokens),
    subjects: new Int32Array(),
    subjectCandidates: new Map(),
  };
  model.subjects = findClauseSubjects(model);
  return model;
}
