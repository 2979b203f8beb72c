import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearly, findPrefix, isNearly } from '../../../../utils/library/search/find-terms.ts';
import { LONG } from '../../../long.ts';

/** Words of few letters, so that many are alike. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ц'), minLength: 1, maxLength: 12 });

/** As in a segment: each once, in order. */
const dictionary = fc.uniqueArray(word, { maxLength: 150 }).map((words) => words.sort());

describe('finding terms in a dictionary', () => {
  it('finds with a typo what a comparison with every term finds', () => {
    fc.assert(
      fc.property(dictionary, word, (terms, wanted) => {
        const found = findNearly(terms, wanted).map(({ term }) => terms[term]);
        expect(found).toEqual(terms.filter((term) => isNearly(wanted, term)));
      }),
      { numRuns: LONG ? 1000 : 100 },
    );
  });

  it('finds by its beginning what a comparison with every term finds', () => {
    fc.assert(
      fc.property(dictionary, word, (terms, wanted) => {
        const found = findPrefix(terms, wanted).flatMap(({ from, to }) => terms.slice(from, to));
        expect(found).toEqual(terms.filter((term) => term.startsWith(wanted)));
      }),
    );
  });
});
