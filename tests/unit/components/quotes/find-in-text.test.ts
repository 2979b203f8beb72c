import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findInText } from '../../../../components/quotes/find-in-text.ts';

const found = (text: string, query: string): string[] =>
  findInText(text, query).map(([start, end]) => text.slice(start, end));

it('finds words whatever their case and accents, and gives them as they stand', () => {
  expect(found('La Señora dijo: señora', 'SENORA')).toEqual(['Señora', 'señora']);
  expect(found('Straße und İstanbul', 'istanbul')).toEqual(['İstanbul']);
  expect(found('один ГОЛОС', 'голос')).toEqual(['ГОЛОС']);
});

it('finds nothing for nothing', () => {
  expect(found('anything', '  ')).toEqual([]);
});

it('finds every part of a text in it, at places that lie inside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
      const characters = [...text];
      const start = a % characters.length;
      const query = characters.slice(start, start + 1 + (b % 5)).join('');
      // A mark alone folds to nothing: there is no word to look for.
      if (query.normalize('NFD').replace(/\p{M}/gu, '').trim() === '') return true;
      const ranges = findInText(text, query);
      return ranges.length > 0 && ranges.every(([from, to]) => from < to && to <= text.length);
    }),
  );
});
