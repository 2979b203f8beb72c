/** Whether two quotes are one statement of one person, as far as can be known. */
import { alignQuotes } from './align-quotes.ts';
import { type QuoteTokens, WORD } from './quote-tokens.ts';

/** What two people say in fewer words than that may be a phrase that both of them use. */
const NO_PHRASE = 10 * WORD;

export interface Said {
  tokens: QuoteTokens;
  /** Full name, or null: unclear. */
  speaker: string | null;
}

const wordsOf = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Can two names be of one person? By the last name, or where one is a part of the other. */
export function mayBeSameName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return true;
  if (a.at(-1) === b.at(-1)) return true;
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.every((word) => many.includes(word));
}

/** Is it known of both who speaks, and are these two people? */
export function haveOtherSpeakers(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && !mayBeSameName(one, other);
}

export function isSameStatement(one: Said, other: Said): boolean {
  const isShort = Math.min(one.tokens.size, other.tokens.size) < NO_PHRASE;
  if (isShort && haveOtherSpeakers(one.speaker, other.speaker)) return false;
  return alignQuotes(one.tokens, other.tokens) !== null;
}
