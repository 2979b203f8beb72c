import type { Steps } from '../../page/in-slices.ts';
import type { QuotedSpan } from '../extract/quoted-span.ts';
import { type PathCounts, readPathCounts } from '../speakers/candidate-context.ts';
import { type MentionNumbers, readMentionNumbers } from '../speakers/mention-numbers.ts';
import type { Subject } from '../tagging/find-subject-of-verb.ts';
import { findClauseSubjects } from './clause-subjects.ts';
import { type Cue, readCues } from './cues.ts';
import type { Lexicon } from './lexicon.ts';
import { type Mention, readMentions } from './mentions.ts';
import type { Token } from './token.ts';
import { readTokens } from './tokens.ts';

/** One article read once: everything the later steps look at. */
export interface ArticleModel {
  text: string;
  lexicon: Lexicon;
  spans: readonly QuotedSpan[];
  tokens: Token[];
  mentions: Mention[];
  cues: Cue[];
  /** Token index of each span. */
  quoteTokens: number[];
  /** For each token, the index of the first mention that starts at or after it. */
  mentionFrom: Int32Array;
  /** For each token, the index of the first cue that starts at or after it. */
  cueFrom: Int32Array;
  mentionNumbers: MentionNumbers;
  path: PathCounts;
  /** For each verb, the mention that is its subject, or -1. */
  subjects: Int32Array;
  /** By the token of a verb, who may be its subject; filled as it is asked for. */
  agents: Map<number, readonly Subject[]>;
}

function firstFrom(count: number, starts: readonly { first: number }[]): Int32Array {
  const from = new Int32Array(count + 1);
  let k = starts.length;
  for (let i = count; i >= 0; i--) {
    while (k > 0 && (starts[k - 1]?.first ?? -1) >= i) k--;
    from[i] = k;
  }
  return from;
}

/** Tokens, mentions and cues of a text whose quoted spans are known. */
export function* readArticle(
  text: string,
  spans: readonly QuotedSpan[],
  lexicon: Lexicon,
): Steps<ArticleModel> {
  const tokens = yield* readTokens(text, spans, lexicon);
  const mentions = yield* readMentions(tokens, lexicon);
  const cues = yield* readCues(tokens, lexicon);
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
  yield;
  model.subjects = yield* findClauseSubjects(model);
  return model;
}
