import { safeParse } from 'valibot';
import { expect, it } from 'vitest';
import { REQUESTS } from '../../../utils/messaging/schemas.ts';

function readImprint(imprint: unknown): unknown {
  const read = safeParse(REQUESTS['site/remember'], { imprint, opened: 0 });
  return read.success ? read.output.imprint : null;
}

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
