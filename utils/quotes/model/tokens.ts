import type { QuotedSpan } from '../extract/quoted-span.ts';

import { tagTokens } from '../tagging/tag-tokens.ts';
import { cleanClasses } from './clean-classes.ts';
import { tagJoinedVerbs } from './joined-verbs.ts';
import { CLOSED } from './lexicon.ts';
import { markVerbsOfPlurals } from './plural-speakers.ts';
import { makeToken, readWords } from './read-words.ts';
import { endsSentence } from './sentence-ends.ts';
import { classifyByTag } from './tag-classes.ts';
import type { Token } from './token.ts';
import type { Lexicon } from './types.ts';

const PARENTHESIS_LIMIT = 12;

/** Drops short bracketed asides ("(R-Texas)"): they only stand between a name and its verb. */
function withoutAsides(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    if (token.text === '(' || token.text === '[') {
      const closing = token.text === '(' ? ')' : ']';
      let j = i + 1;
      while (j < tokens.length && j - i <= PARENTHESIS_LIMIT) {
        const inner = tokens[j];
        if (!inner || inner.text === closing || inner.kind === 'quote' || inner.paragraph !== token.paragraph)
          break;
        j++;
      }
      if (
        tokens[j]?.text === closing &&
        tokens[j]?.paragraph === token.paragraph &&
        j - i <= PARENTHESIS_LIMIT
      ) {
        i = j;
        continue;
      }
    }
    kept.push(token);
  }
  return kept;
}

/** Dana "Dee" Reed: a nickname is part of the name around it, no quote. */
function isNickname(
  tokens: readonly Token[],
  i: number,
  spans: readonly QuotedSpan[],
  text: string,
): boolean {
  const quote = tokens[i];
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const span = spans[quote?.span ?? -1];
  if (!quote || !span || !before?.capital || !after?.capital || before.end !== quote.start - 1) return false;
  if (after.start !== quote.end + 1 || span.end - span.start > 20) return false;
  return (
    /^\p{Lu}[\p{L}.'’]*(?: \p{Lu}[\p{L}.'’]*)?$/u.test(text.slice(span.start, span.end)) &&
    (before.classes & CLOSED) === 0
  );
}

/** Lets the tagger of the language have its say, where there is one. */
function addTags(tokens: readonly Token[], { tagger }: Lexicon): void {
  if (!tagger) return;
  const { tags, nominal } = tagTokens(tokens, tagger);
  for (const [i, token] of tokens.entries()) {
    token.tag = tagger.tags[tags[i] ?? -1] ?? null;
    token.nominal = nominal[i] ?? 1;
  }
}

/** The text as tokens, each quoted span being one; sentences and paragraphs are numbered through. */
export function readTokens(text: string, spans: readonly QuotedSpan[], lexicon: Lexicon): Token[] {
  const all: Token[] = [];
  let paragraph = 0;
  let at = 0;
  const readPlain = (to: number): void => {
    // Paragraph breaks inside a quote don't count: it is one token of the paragraph it begins in.
    for (const piece of text.slice(at, to).matchAll(/\n+|[^\n]+/g)) {
      if (piece[0].startsWith('\n')) paragraph++;
      else readWords(text, at + piece.index, at + piece.index + piece[0].length, paragraph, lexicon, all);
    }
  };
  for (const [index, span] of spans.entries()) {
    readPlain(span.outerStart);
    all.push(makeToken('quote', span.outerStart, span.outerEnd, paragraph, undefined, index));
    at = span.outerEnd;
  }
  readPlain(text.length);
  const tokens = withoutAsides(
    all.filter((_, i) => all[i]?.kind !== 'quote' || !isNickname(all, i, spans, text)),
  );
  let sentence = 0;
  for (const [i, token] of tokens.entries()) {
    token.sentence = sentence;
    if (endsSentence(tokens, i, text)) sentence++;
  }
  addTags(tokens, lexicon);
  tagJoinedVerbs(tokens, lexicon);
  if (lexicon.code !== 'en') classifyByTag(tokens, lexicon);
  cleanClasses(tokens, lexicon.code === 'en', lexicon.nounCapitals);
  if (lexicon.code === 'en') markVerbsOfPlurals(tokens, lexicon);
  lexicon.data.adjustTokens?.(tokens, lexicon);
  return tokens;
}
