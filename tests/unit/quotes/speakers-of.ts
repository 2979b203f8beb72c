import './learn-all.ts';
import { expect } from 'vitest';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import type { QuoteContext } from '../../../utils/quotes/types.ts';
import { readArticle } from './languages/read-article.ts';

/** The resolved speaker of each quote of a text, in order. */
export function speakersOf(text: string, context: QuoteContext = { lang: 'en' }): (string | null)[] {
  return findQuotes(text, context).map((quote) => quote.resolvedSpeaker);
}

/** The words of each quote of a text, in order. */
export function wordsOf(text: string, context: QuoteContext = { lang: 'en' }): string[] {
  return findQuotes(text, context).map((quote) => quote.text);
}

/** Expects the quotes of a text that are written `[[Speaker: words]]` to be found, and no others. */
export function expectQuotes(source: string, lang: string): void {
  const { text, quotes } = readArticle(source);
  const found = findQuotes(text, { lang }).map((quote) => [quote.resolvedSpeaker, quote.text]);
  expect(found).toEqual(quotes.map((quote) => [quote.speaker, quote.text]));
}

const LANGUAGE = /^(\w+): /;

/** The same for a text that begins with its language, as `en: “[[Ada Holm: Wait]],” said Ada Holm.` */
export function expectQuotesIn(source: string): void {
  expectQuotes(source.replace(LANGUAGE, ''), LANGUAGE.exec(source)?.[1] ?? '');
}

/** The same, whoever is shown as the speaker. */
export function expectWordsIn(source: string): void {
  const { text, quotes } = readArticle(source.replace(LANGUAGE, ''));
  expect(wordsOf(text, { lang: LANGUAGE.exec(source)?.[1] ?? '' })).toEqual(
    quotes.map((quote) => quote.text),
  );
}
