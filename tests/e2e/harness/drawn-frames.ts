import type { Page } from 'puppeteer-core';
import { waitFor } from './wait-for.ts';

/** A page that has drawn nothing for so long, in ms, is at the back. */
const LONGEST_MS = 2000;

/**
 * Waits until a page has drawn so many frames, after which what listens to its size or place has done its work. One that
 * is at the back draws none: it is brought to the front.
 */
export async function waitForFrames(page: Page, frames: number): Promise<void> {
  await waitFor('the page to be drawn', async () => {
    const isDrawn = await page.evaluate(
      async (count, longest) => {
        for (let frame = 0; frame < count; frame++) {
          const drawn = new Promise<true>((resolve) => requestAnimationFrame(() => resolve(true)));
          const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), longest));
          if (!(await Promise.race([drawn, late]))) return false;
        }
        return true;
      },
      frames,
      LONGEST_MS,
    );
    if (!isDrawn) await page.bringToFront();
    return isDrawn;
  });
}

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
