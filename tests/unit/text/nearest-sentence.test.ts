import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findNearestSentences } from '../../../utils/text/key-sentences.ts';

const TEXT = [
  'Ice closed the harbour on Friday. The ferry to the islands was suspended.',
  'The islands have flour for eleven days and one doctor. Nobody knows when the ferry sails.',
].join('\n\n');

it('finds the sentence that says the same in other words, at its place in the text', () => {
  const [ferry, flour] = findNearestSentences(
    ['The ferry was suspended because of the islands’ ice.', 'Flour will last eleven days on the islands.'],
    TEXT,
    'en',
  );
  expect(ferry?.text).toBe('The ferry to the islands was suspended.');
  expect(flour?.text).toBe('The islands have flour for eleven days and one doctor.');
  expect(TEXT.slice(ferry?.start, ferry?.end)).toBe(ferry?.text);
});

it('says so where the article has nothing like it', () => {
  expect(findNearestSentences(['Penguins marched through Antarctica.', ''], TEXT, 'en')).toEqual([
    null,
    null,
  ]);
  expect(findNearestSentences(['Anything'], '', null)).toEqual([null]);
});

it('finds a sentence of the article itself, whatever text it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 6 }), fc.string(), (written, text) => {
      const found = findNearestSentences(written, text, null);
      expect(found).toHaveLength(written.length);
      for (const place of found) {
        if (place !== null) expect(text.slice(place.start, place.end)).toBe(place.text);
      }
    }),
  );
});
