import { expect, it } from 'vitest';
import { killLibrary } from '../bench/library-kills.ts';

const kind = process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium';

it('loses nothing that was confirmed when the browser is killed while two windows write', async () => {
  const sum = await killLibrary(kind, 2, () => undefined);
  expect(sum.confirmed).toBeGreaterThan(0);
  expect(sum.problems).toEqual([]);
});
