import './learn-all.ts';
import { expect } from 'vitest';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import type { Quote, QuoteContext } from '../../../utils/quotes/types.ts';
import { readArticle } from './read-article.ts';

/** The resolved speaker of each quote of a text, in order. */
export const speakersOf = (text: string, context: QuoteContext = { lang: 'en' }): (string | null)[] =>
  findQuotes(text, context).map((quote) => quote.resolvedSpeaker);

/** The words of each quote of a text, in order. */
export const wordsOf = (text: string, context: QuoteContext = { lang: 'en' }): string[] =>
  findQuotes(text, context).map((quote) => quote.text);

const LANGUAGE = /^([a-z]{2}): /;

/** A text that may begin with its language, as `de: „[[Ada Holm: Halt]]“, sagte Ada Holm.`; else it is English. */
function readSource(source: string) {
  const lang = LANGUAGE.exec(source)?.[1] ?? 'en';
  const { text, quotes } = readArticle(source.replace(LANGUAGE, ''));
  return { found: findQuotes(text, { lang }), quotes };
}

/** Expects the quotes of a text that are written `[[Speaker: words]]` to be found, and no others. */
export function expectQuotes(source: string): void {
  const { found, quotes } = readSource(source);
  const known = quotes.map((quote) => [quote.speaker, quote.text]);
  expect(found.map((quote) => [quote.resolvedSpeaker, quote.text])).toEqual(known);
}

/** The same, whoever is shown as the speaker. */
export function expectWords(source: string): void {
  const { found, quotes } = readSource(source);
  expect(found.map((quote) => quote.text)).toEqual(quotes.map((quote) => quote.text));
}

/** The same, with the role that is shown, or none: `[[Speaker|role: words]]`. */
export function expectRoles(source: string): void {
  const { found, quotes } = readSource(source);
  const shown = (quote: Quote) => [quote.resolvedSpeaker, quote.role];
  expect(found.map(shown)).toEqual(quotes.map((quote) => [quote.speaker, quote.role]));
}
