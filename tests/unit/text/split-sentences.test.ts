import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../utils/text/segment-text.ts';

const split = (text: string, lang: string | null = 'en'): string[] =>
  splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));

describe('a sentence', () => {
  it.each([
    ['en', 'The premier of Saltmere and U.S. President Ada Quill held a call. It was short.'],
    ['en', 'Police found it at 5 p.m. Tuesday on No. 10 Quay St. Mary. Nobody was hurt.'],
    ['en', 'On Jan. 5 Lt. Col. Bo Reed, Sen. Ina Holm (D-N.Y.) and Gov. Li met. They left.'],
    ['en', 'Acme Inc. Chairman J. R. Holm spoke. He left.'],
    ['de', 'Am 5. Oktober kam Prof. Dr. Vandermolen, z. B. Mit dem Zug. Er blieb.'],
    ['fr', 'Le Dr. Holm et M. Quill sont venus. Ils sont partis.'],
    ['es', 'El Sr. Quill y la Dra. Holm llegaron a EE. UU. Ayer. Se fueron.'],
    ['pl', 'Spotkali się przy ul. Morskiej z płk. Holmem. Potem wyszli.'],
    ['uk', 'Зустріч була на вул. Морській о 5 год. Потім усі пішли.'],
    [null, 'The U.N. Council met Dr. Holm. It left.'],
  ])('goes on after an abbreviation (%s): %s', (lang, text) => {
    expect(split(text, lang).length).toBe(2);
  });

  it.each([
    ['en', 'He is ill. She is not.'],
    ['en', 'They said no. Reed nodded.'],
    ['en', 'It began in 2020. Then it ended.'],
    ['de', 'Er starb im Jahr 2020. Dann kam sie.'],
    ['fr', 'Elle aime l’art. Il préfère la mer.'],
  ])('ends where a word does (%s): %s', (lang, text) => {
    expect(split(text, lang).length).toBe(2);
  });

  it('holds every word of a text once, whatever it is', () => {
    const part = fc.constantFrom(
      'U.S. ',
      'Dr. ',
      'a.',
      ' ',
      '5. ',
      'No. ',
      'The',
      '“',
      '”',
      '\u{1f600}',
      'é',
      '…',
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 40 }),
        fc.constantFrom('en', 'de', 'not a tag', null),
        (parts, lang) => {
          const text = parts.join('');
          const words = (all: string): string => all.replace(/[^\p{L}\p{N}]/gu, '');
          expect(words(split(text, lang).join(''))).toBe(words(text));
        },
      ),
    );
  });
});
