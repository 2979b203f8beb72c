import { describe, expect, test } from 'vitest';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';
import { speakersOf } from '../speakers-of.ts';
import { fixtures } from './fixtures.ts';

describe.each(Object.entries(fixtures))('quotes in %s', (lang, cases) => {
  test.each(cases.map(([text, ...speakers]) => ({ text, speakers })))('$text', ({ text, speakers }) => {
    expect(speakersOf(text, { lang })).toEqual(speakers);
  });
});

test('a language without data still has its quotes, and says when a speaker is unclear', () => {
  const quotes = findQuotes('«Η γέφυρα θα μείνει κλειστή ως την άνοιξη», είπε η δήμαρχος.', { lang: 'el' });
  expect(quotes.map((quote) => quote.resolvedSpeaker)).toEqual(quotes.map(() => null));
});
