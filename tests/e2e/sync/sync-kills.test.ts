import { expect, it } from 'vitest';
import { killSync } from '../../bench/sync-kills.ts';

const kind = process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium';

it('loses nothing that was confirmed when devices are killed in the middle of syncing, and ends the same on both', {
  timeout: 180_000,
}, async () => {
  const sum = await killSync(kind, 4, () => undefined);
  expect(sum.kills).toBe(4);
  expect(sum.confirmed.saves).toBeGreaterThanOrEqual(40);
  expect(sum.problems).toEqual([]);
});
