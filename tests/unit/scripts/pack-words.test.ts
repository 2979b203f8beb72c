import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packLists, packWordFile } from '../../../scripts/pack-words.ts';
import { ALL_LANGUAGES } from '../../../utils/quotes/languages/all-languages.ts';
import { english } from '../../../utils/quotes/languages/english.ts';
import { unpackWords } from '../../../utils/quotes/languages/unpack-words.ts';

function roundTrip(lists: readonly string[]): string[] {
  const { table, packed } = packLists(lists);
  const listAt = unpackWords(table, packed);
  return lists.map((_, i) => listAt(i));
}

describe('word lists come out of the build as they are written', () => {
  test.each([english, ...ALL_LANGUAGES])('$code', (data) => {
    const lists = Object.values(data)
      .filter((value): value is string => typeof value === 'string')
      .map((list) => list.trim().replace(/\s+/g, ' '));
    expect(roundTrip(lists)).toEqual(lists);
  });

  test('whatever letters, signs and spaces they hold', () => {
    const list = fc.string({ maxLength: 200 }).map((text) => text.replaceAll(/[\n\t]/g, ' '));
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 5 }), (lists) => {
        expect(roundTrip(lists)).toEqual(lists);
      }),
    );
  });
});

test('packed lists are a good deal smaller', () => {
  const source = readFileSync(new URL('../../../utils/quotes/languages/english.ts', import.meta.url), 'utf8');
  expect(packWordFile(source).length).toBeLessThan(0.85 * source.length);
});

test('code around the lists stays as it is', () => {
  const packed = packWordFile(
    "export const data = { code: 'en', long: 'one two three four', join: (a) => a };",
  );
  expect(packed).toContain(
    "export const data = { code: 'en', long: /* @__PURE__ */ listAt(0), join: (a) => a };",
  );
});

test('a list that no other needs costs nothing: its call has no effect', () => {
  expect(packWordFile("export const list = 'some words in a list';")).toContain(
    '/* @__PURE__ */ unpackWords(',
  );
});
