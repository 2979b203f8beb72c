import { expect, test } from 'vitest';
import { packTagger, readPackedTagger } from '../../../../utils/quotes/tagging/packed-tagger.ts';
import type { TaggerFile } from '../../../../utils/quotes/tagging/tagger.ts';

const fitted = (word: string, weight: number): TaggerFile => ({
  about: { what: '', command: '', data: '', licence: '', figures: {} },
  language: 'xx',
  nominal: { slope: 1, bias: 0 },
  subjects: { 'DET ж': -12 },
  words: {
    labels: ['NOUN', 'VERB.fin'],
    weights: {
      word: { [word]: [0, weight] },
      'word before': { [word]: [1, 7] },
      'label before': { NOUN: [1, 5] },
    },
  },
  agreement: { labels: ['-', 'f.s'], weights: { word: { [word]: [1, 9] }, label: { NOUN: [0, 3] } } },
});

test.each(['boat', 'човен', '__proto__', ' '])('a packed tagger has all that was fitted: “%s”', (word) => {
  const tagger = readPackedTagger(packTagger(fitted(word, -300)));
  const rowOf = (at: number | undefined) =>
    at === undefined ? null : [...tagger.rows.slice(at + 1, at + 1 + 2 * (tagger.rows[at] ?? 0))];
  expect(tagger).toMatchObject({ language: 'xx', words: ['NOUN', 'VERB.fin'], agreements: ['-', 'f.s'] });
  expect(tagger.subjects.get('DET ж')).toBe(-12);
  expect(tagger.tags.map(({ pos, gender }) => [pos, gender])).toEqual([
    ['NOUN', ''],
    ['NOUN', 'f'],
    ['VERB', ''],
    ['VERB', 'f'],
  ]);
  // Five places with two labels each, for the word, and then for its agreement.
  expect(rowOf(tagger.aspects.get('word')?.get(word))).toEqual([0, -300, 5, 7, 11, 9]);
  expect(rowOf(tagger.aspects.get('word')?.get('ship'))).toBeNull();
  expect(rowOf(tagger.wordHistory.get('label before')?.get('NOUN'))).toEqual([1, 5]);
  expect(rowOf(tagger.agreementHistory.get('label')?.get('NOUN'))).toEqual([0, 3]);
});

test('what can’t be packed is refused when it is built, not read wrongly later', () => {
  expect(() => packTagger(fitted('boat', 0.5))).toThrow(RangeError);
  expect(() => packTagger(fitted('boat', 40_000))).toThrow(RangeError);
  expect(() => packTagger(fitted('bo\nat', 1))).toThrow(RangeError);
});
