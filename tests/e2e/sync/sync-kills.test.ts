import { expect, it } from 'vitest';
import { killSync } from '../../bench/sync-kills.ts';

// In Chromium alone, by `vitest.config.ts`: these kills took 157 s in Firefox, and 29 s in Chromium. That Firefox loses
// nothing either is proven by `npm run bench -- sync-kills <times> <out.json> --browser firefox`, which does the same.
it('loses nothing that was confirmed when devices are killed in the middle of syncing, and ends the same on both', {
  timeout: 300_000,
}, async () => {
  // At a random moment, with a file on its way, and with the background stopped right before.
  const sum = await killSync('chromium', 3, () => undefined);
  expect(sum.kills).toBe(3);
  expect(sum.stops).toBe(1);
  expect(sum.confirmed.saves).toBeGreaterThanOrEqual(20);
  expect(sum.problems).toEqual([]);
});
