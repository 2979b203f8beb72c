import { expect, it } from 'vitest';
import { readImprint } from '../../../utils/clutter/read-imprint.ts';

const IMPRINT = { page: 4, blocks: [1, 2], hidden: [3], shown: [] };

it('reads the fingerprint of a page', () => {
  expect(readImprint({ ...IMPRINT, words: 'more' })).toEqual(IMPRINT);
});

it.each([
  null,
  'words',
  { ...IMPRINT, page: 'a' },
  { ...IMPRINT, blocks: ['words'] },
  { ...IMPRINT, hidden: null },
  { ...IMPRINT, shown: [0.5] },
  { ...IMPRINT, blocks: Array.from({ length: 100_000 }, () => 1) },
])('refuses anything else: %#', (value) => {
  expect(readImprint(value)).toBeNull();
});
