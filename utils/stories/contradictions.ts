/**
 * Finds quotes of the same words that differ in a number or in the speaker. Only certain cases count: everything else
 * in the words must be equal. Negations are not detected, because no rule recognises them in all languages.
 */

import { haveDifferentSpeakers, type QuoteTokens, tokeniseQuote } from '../quotes/same-statement.ts';
import { findEdits } from './compare-quotes.ts';

export interface ComparedQuote {
  text: string;
  articleId: string;
  /** When it was said, in milliseconds since 1970. */
  saidAt: number;
  /** Identifies the speaker; null unless the name is certain and a person's or body's own. */
  personId: string | null;
  speaker: string | null;
  /** Primary language subtag of its article. */
  lang: string | null;
}

/** Two quotes, by their indices. */
export interface FoundContradiction {
  kind: 'number' | 'speaker';
  one: number;
  other: number;
}

/** Maximum time between two quotes of a person; after that, a different number may be an update. */
const MAX_APART_MS = 3 * 86_400_000;
/** Maximum number of wordings of a statement that are compared; papers that print the same need one comparison. */
const MAX_WORDINGS = 12;
/** Time limit for comparing two quotes, because the words of a hostile quote may take long, in milliseconds. */
const MAX_COMPARE_MS = 50;

/** The zero of each common set of decimal digits. */
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xff10];
const DIGITS = /^\p{Nd}+$/u;
const NUMBER = /\p{Nd}+(?:[.,'’٬٫\s\u00a0\u202f]\p{Nd}+)*/u;

const toAsciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });

/**
 * The values that a number may have in some language: a separator before three last digits may be of thousands or of
 * decimals.
 */
function listPossibleValues(text: string): number[] {
  const plain = toAsciiDigits(text);
  const parts = plain.split(/\D+/);
  const whole = Number(parts.join(''));
  if (parts.length === 1) return [whole];
  const decimals = parts.at(-1) ?? '';
  const withDecimals = Number(`${parts.slice(0, -1).join('')}.${decimals}`);
  return decimals.length === 3 ? [whole, withDecimals] : [withDecimals];
}

/** A run of digits in a quote, extended by the groups of digits that belong to the same number. */
function findNumber(text: string, tokens: QuoteTokens, from: number, to: number): string | null {
  const { words, starts, ends } = tokens;
  const joins = (at: number): boolean =>
    DIGITS.test(words[at] ?? '') &&
    DIGITS.test(words[at - 1] ?? '') &&
    NUMBER.exec(text.slice(starts[at - 1], ends[at]))?.[0] === text.slice(starts[at - 1], ends[at]);
  let [first, last] = [from, to];
  while (first > 0 && joins(first)) first -= 1;
  while (last < words.length && joins(last)) last += 1;
  const number = text.slice(starts[first], ends[last - 1]);
  return NUMBER.exec(number)?.[0] === number ? number : null;
}

/** Whether the quotes have equal words except for one or more numbers. Words left out at either end don't matter. */
function differInNumber(one: string, other: string): boolean {
  const [own, others] = [tokeniseQuote(one), tokeniseQuote(other)];
  let isFound = false;
  for (const { from, to, otherFrom, otherTo } of findEdits(own, others, MAX_COMPARE_MS)) {
    if (to > from && otherTo > otherFrom) {
      const number = findNumber(one, own, from, to);
      const otherNumber = findNumber(other, others, otherFrom, otherTo);
      if (number === null || otherNumber === null) return false;
      const values = new Set(listPossibleValues(number));
      if (!listPossibleValues(otherNumber).some((value) => values.has(value))) isFound = true;
      continue;
    }
    const [{ words }, start, end] = to > from ? [own, from, to] : [others, otherFrom, otherTo];
    // Digits without a counterpart may be a group of a number that the other quote writes without separators.
    if ((start > 0 && end < words.length) || DIGITS.test(words[start] ?? '')) return false;
  }
  return isFound;
}

function compare(one: ComparedQuote, other: ComparedQuote): FoundContradiction['kind'] | null {
  if (one.articleId === other.articleId || one.personId === null || other.personId === null) return null;
  if (one.personId !== other.personId)
    return haveDifferentSpeakers(one.speaker, other.speaker) ? 'speaker' : null;
  const isCloseInTime = Math.abs(one.saidAt - other.saidAt) <= MAX_APART_MS;
  return isCloseInTime && one.lang === other.lang && differInNumber(one.text, other.text) ? 'number' : null;
}

/**
 * Finds contradictions.
 *
 * @param quotes of the articles of a story, the earliest first
 * @param groups those of the same statement, by their indices
 * @returns at most one pair of each statement and kind for each wording, the earliest first
 */
export function findContradictions(
  quotes: readonly ComparedQuote[],
  groups: readonly (readonly number[])[],
): FoundContradiction[] {
  const found: FoundContradiction[] = [];
  for (const group of groups) {
    if (group.length < 2) continue;
    const wordings = new Map<string, number>();
    for (const index of group) {
      const { text, personId } = quotes[index] as ComparedQuote;
      const key = `${personId}\n${tokeniseQuote(text).words.join(' ')}`;
      if (personId !== null && !wordings.has(key) && wordings.size < MAX_WORDINGS) wordings.set(key, index);
    }
    const indices = [...wordings.values()];
    const reported = new Set<string>();
    for (const [i, one] of indices.entries()) {
      for (const other of indices.slice(i + 1)) {
        const [a, b] = [quotes[one] as ComparedQuote, quotes[other] as ComparedQuote];
        const kind = compare(a, b);
        const key = `${kind} ${a.personId} ${b.personId} ${kind === 'number' ? other : ''}`;
        if (kind === null || reported.has(key)) continue;
        reported.add(key);
        found.push({ kind, one, other });
      }
    }
  }
  return found;
}
