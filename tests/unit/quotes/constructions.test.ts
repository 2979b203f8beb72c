import { describe, expect, it } from 'vitest';
import { constructions, noQuotes } from './constructions.ts';
import { expectQuotes, wordsOf } from './speakers-of.ts';

describe.each(Object.entries(constructions))('%s', (_, cases) => {
  it.each(cases)('%s', (source) => expectQuotes(source, 'en'));
});

describe.each(Object.entries(noQuotes))('no quotes: %s', (_, texts) => {
  it.each(texts)('%s', (text) => {
    expect(wordsOf(text)).toEqual([]);
  });
});
