import { describe, expect, test } from 'vitest';
import { constructions } from './constructions.ts';
import { clauses } from './constructions-clauses.ts';
import { marks } from './constructions-marks.ts';
import { noQuotes } from './constructions-none.ts';
import { speakers } from './constructions-speakers.ts';
import { speakersOf, wordsOf } from './speakers-of.ts';

describe.each(Object.entries({ ...constructions, ...clauses, ...marks, ...speakers }))('%s', (_, cases) => {
  test.each(cases.map(([text, ...names]) => ({ text, names })))('$text', ({ text, names }) => {
    expect(speakersOf(text)).toEqual(names);
  });
});

describe.each(Object.entries(noQuotes))('no quotes: %s', (_, texts) => {
  test.each(texts.map((text) => ({ text })))('$text', ({ text }) => {
    expect(wordsOf(text)).toEqual([]);
  });
});
