import { describe, expect, it } from 'vitest';
import '../learn-all.ts';
import { findQuotes } from '../../../../utils/quotes/find-quotes.ts';
import { speakersOf, wordsOf } from '../speakers-of.ts';
import { byConstruction } from './constructions.ts';
import { fixtures } from './fixtures.ts';

describe.each(Object.entries(fixtures))('quotes in %s', (lang, cases) => {
  it.each(cases.map(([text, ...speakers]) => ({ text, speakers })))('$text', ({ text, speakers }) => {
    expect(speakersOf(text, { lang })).toEqual(speakers);
  });
});

describe.each(Object.entries(byConstruction))('%s', (_, cases) => {
  it.each(cases.map(([lang, text, ...speakers]) => ({ lang, text, speakers })))('$lang: $text', (known) => {
    expect(speakersOf(known.text, { lang: known.lang })).toEqual(known.speakers);
  });
});

it.each([
  '«Il porto resta chiuso - spiega Carlo Ferrua -, e nessuno sa perché»',
  '«Siamo rimasti in porto – dice Carlo Ferrua, il pescatore più anziano –. E nessuno sa perché»',
  '«Siamo arrivati alle 8 - ha detto Carlo Ferrua -: era tutto chiuso»',
])('keeps the clause of a speaker inside the marks: %s', (text) => {
  expect(speakersOf(`${text}.`, { lang: 'it' })).toEqual(['Carlo Ferrua']);
  expect(wordsOf(`${text}.`, { lang: 'it' })).toEqual([text.slice(1, -1)]);
});

it('finds quotes in a language without data, and says that the speaker is unclear', () => {
  const quotes = findQuotes('«Η γέφυρα θα μείνει κλειστή ως την άνοιξη», είπε η δήμαρχος.', { lang: 'el' });
  expect(quotes.map((quote) => quote.resolvedSpeaker)).toEqual(quotes.map(() => null));
});
