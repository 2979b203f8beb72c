import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packContent, unpackContent } from '../../../../utils/library/schema/stored-texts.ts';
import { LONG } from '../../../long.ts';

const row = (text: string) => ({ articleId: 'a', html: `<p>${text}</p>`, text });

it('gives back every text as it was, half characters and marks at its beginning too', () => {
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

it('takes half of the room for a text that is Latin but for its quotation marks, and no more for any other', () => {
  const stored = (text: string) => packContent(row(text)).text;
  const quoted = 'The harbour opens again in May. “We waited long enough,” the pilot said.';
  expect(stored(quoted)).toHaveLength(quoted.length + 4);
  expect(stored(quoted)).toBeInstanceOf(Uint8Array);
  for (const asItIs of ['Café Ångström', '港は五月に再び開く。', 'Гавань открыта.']) {
    expect(stored(asItIs)).toBe(asItIs);
  }
});
