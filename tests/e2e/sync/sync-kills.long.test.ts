import { expect, it } from 'vitest';
import { killSync } from '../../bench/sync-kills.ts';

const kind = process.env.OFFPRINT_BROWSER === 'firefox' ? 'firefox' : 'chromium';

it('loses nothing that was confirmed when devices are killed in the middle of syncing, and ends the same on both', async () => {
  // At a random moment, with a file on its way, and with the background stopped right before.
  const sum = await killSync(kind, 3, () => undefined);
  expect(sum.kills).toBe(3);
  expect(sum.stops).toBe(1);
  expect(sum.confirmed.saves).toBeGreaterThanOrEqual(20);
  expect(sum.problems).toEqual([]);
});
