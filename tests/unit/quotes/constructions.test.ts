import { describe, expect, test } from 'vitest';
import { constructions, notQuotes } from './constructions.ts';
import { speakersOf, wordsOf } from './speakers-of.ts';

describe.each(Object.entries(constructions))('%s', (_, cases) => {
  test.each(cases.map(([text, ...speakers]) => ({ text, speakers })))('$text', ({ text, speakers }) => {
    expect(speakersOf(text)).toEqual(speakers);
  });
});

describe('marks that hold no quote', () => {
  test.each(notQuotes.map((text) => ({ text })))('$text', ({ text }) => {
    expect(wordsOf(text)).toEqual([]);
  });
});
