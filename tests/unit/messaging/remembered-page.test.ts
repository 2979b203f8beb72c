import { safeParse } from 'valibot';
import { expect, it } from 'vitest';
import { REQUESTS } from '../../../utils/messaging/schemas.ts';

function readFingerprint(fingerprint: unknown): unknown {
  const read = safeParse(REQUESTS['site/remember'], { fingerprint, opened: 0 });
  return read.success ? read.output.fingerprint : null;
}

const FINGERPRINT = { page: 4, blocks: [1, 2], hidden: [3], shown: [] };

it('reads the fingerprint of a page', () => {
  expect(readFingerprint({ ...FINGERPRINT, words: 'more' })).toEqual(FINGERPRINT);
});

it.each([
  null,
  'words',
  { ...FINGERPRINT, page: 'a' },
  { ...FINGERPRINT, blocks: ['words'] },
  { ...FINGERPRINT, hidden: null },
  { ...FINGERPRINT, shown: [0.5] },
  { ...FINGERPRINT, blocks: Array.from({ length: 100_000 }, () => 1) },
])('refuses anything else: %#', (value) => {
  expect(readFingerprint(value)).toBeNull();
});
