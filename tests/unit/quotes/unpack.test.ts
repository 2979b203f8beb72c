import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, packWords } from '../../../scripts/pack-words.ts';
import { quoteWeights } from '../../../utils/quotes/quote-weights.ts';
import { unpack } from '../../../utils/quotes/unpack.ts';

test('packed text comes back as it was', () => {
  const text = fc.array(
    fc.constantFrom('said', 'say', 's ', '\n', '/', '~', 'place=', 'ї', '😀', '!', 'ab'),
    {
      maxLength: 200,
    },
  );
  fc.assert(
    fc.property(text, (pieces) => {
      const { rules, packed } = pack(pieces.join(''));
      expect(unpack(rules, packed)).toBe(pieces.join(''));
    }),
    { numRuns: 100 },
  );
});

test('the weights come back as they were, in less than half the room', () => {
  const { rules, packed } = pack(quoteWeights);
  expect(unpack(rules, packed)).toBe(quoteWeights);
  expect(rules.length + packed.length).toBeLessThan(quoteWeights.length / 2);
});

test('modules of data are packed, others left alone', () => {
  const { transform } = packWords();
  if (typeof transform !== 'function') throw new Error('no transform');
  const run = (file: string): unknown => {
    const id = path.resolve(file);
    return Reflect.apply(transform, undefined, [readFileSync(id, 'utf8'), id]);
  };
  expect(run('utils/quotes/quote-weights.ts')).toMatchObject({
    code: expect.stringContaining('unpack('),
  });
  expect(run('utils/quotes/find-quotes.ts')).toBeNull();
  // Words set in backticks in a comment are no data.
  expect(run('utils/quotes/languages/slavic-names.ts')).toBeNull();
});
