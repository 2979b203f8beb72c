import { expect, it } from 'vitest';
import { findAlike } from '../../../utils/text/find-text.ts';
import { itLong } from '../../long.ts';
import { expectWithin } from '../growth.ts';

const words = 'nobody goes out on the pier before the planks are safe and all of the lamps are lit';

it('finds words with changes between their ends, and where they begin and end', () => {
  const changed = 'nobody walks out on this pier until the planks are safe and all of the lamps are lit';
  const text = `${'The ferry runs again on Friday. '.repeat(40)}${changed}${' The harbour sleeps.'.repeat(40)}`;
  expect(findAlike(text, words).map(({ start, end }) => text.slice(start, end))).toEqual([changed]);
});

it('finds nothing where only some of it stands, or little was looked for', () => {
  expect(findAlike(`He said that nobody goes out on the pier. ${'x'.repeat(200)}`, words)).toEqual([]);
  expect(findAlike('all of the lamps', 'all of the lamps')).toEqual([]);
});

itLong('takes no longer on a page made to be like it everywhere', async () => {
  const hostile = (length: number): string => 'nobody goes out on the pier, '.repeat(length / 29);
  await expectWithin(2000, () => {
    findAlike(hostile(2_000_000), words);
    findAlike('x'.repeat(2_000_000), 'x'.repeat(5000));
  });
});
