import type { Page } from 'puppeteer-core';
import { waitForFrames } from './drawn-frames.ts';
import { waitFor } from './wait-for.ts';

/**
 * Reads something of a page once it no longer moves: what is to be compared with later must not be on its way to
 * somewhere else.
 *
 * @param what for the message of the failure
 * @param read asked until it says the same twice, some frames apart; a throw counts as "not yet"
 */
export async function readAtRest<T>(page: Page, what: string, read: () => Promise<T>): Promise<T> {
  let last: string | undefined;
  const { value } = await waitFor(`${what} to be at rest`, async () => {
    await waitForFrames(page, 2);
    const now = await read();
    const isSame = JSON.stringify(now) === last;
    last = JSON.stringify(now);
    return isSame && { value: now };
  });
  return value;
}
