import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfToken, kindAt, SPACE } from '../../../../utils/quotes/model/tokens.ts';
import { LONG } from '../../../long.ts';

/** The same as a pattern, which says it shortly and takes long to get ready. */
const TOKEN =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:[.'’&\-‑][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}+(?:[.,:]\p{N}+)*(?:[-‑]\p{L}+)*[\p{L}%]*|\.\.\.|…|-{2,3}|[^\s\p{L}\p{N}]/gu;

function scan(text: string): string[] {
  const tokens: string[] = [];
  for (let at = 0, end = 0; at < text.length; at = end) {
    const kind = kindAt(text, at);
    end = kind === SPACE ? at + 1 : endOfToken(text, at, text.length, kind);
    if (kind !== SPACE) tokens.push(text.slice(at, end));
  }
  return tokens;
}

describe('the same tokens as the pattern has', () => {
  const letters = [..."aZéžßжЇ’'‑-.&,:%5٣²Ⅷ…—“ \u00a0\u0301橋ｱ𝒜😀\ud800\ufeff×÷ǀ҂҃"];

  test('in texts full of what joins and parts words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 40 }), (list) => {
        const text = list.join('');
        expect(scan(text)).toEqual(text.match(TOKEN) ?? []);
      }),
      { numRuns: LONG ? 5000 : 200 },
    );
  });

  test('for every single character', () => {
    for (let code = 0; code < 0x10000; code++) {
      const text = String.fromCharCode(code);
      if (scan(text).length !== (text.match(TOKEN) ?? []).length) expect.fail(code.toString(16));
    }
  });
});
