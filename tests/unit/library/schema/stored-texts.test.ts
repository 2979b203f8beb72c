import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packContent, unpackContent } from '../../../../utils/library/schema/stored-texts.ts';
import { LONG } from '../../../long.ts';

const row = (text: string) => ({ articleId: 'a', html: `<p>${text}</p>`, text });

it('returns every text unchanged, including unpaired surrogates and byte order marks', () => {
  const text = fc.oneof(
    // Any code units, halves of characters too.
    fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
    fc
      .array(fc.constantFrom('\ufeff', '\ud83d', '\udca7', '“', 'a', 'é', '語'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (some) => {
      expect(unpackContent(packContent(row(some)))).toEqual(row(some));
    }),
    { numRuns: LONG ? 1000 : 100 },
  );
});
