import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { waitForFrames } from '../harness/drawn-frames.ts';
import type { Screen } from '../harness/screen.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const CALLOWAY = /We have spent more than a decade/;
const MOST_STEPS = 80;

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow();
  tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(tab, ({ quotes }) => quotes.length > 0);
  // The page's late overlay, too: it is one more in the list of what is hidden.
  await session.report(tab, ({ hidden }) => hidden.some(({ text }) => text.includes("Don't miss the tide")));
});
afterAll(() => session.close());

/** What has the focus, and whether all of it is in view: at no edge does anything else lie over it. */
async function lookAtFocus(page: Page): Promise<{ name: string; isClear: boolean }> {
  // The browser scrolls before it paints.
  await waitForFrames(page, 2);
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body || element === document.documentElement) {
      return { name: '', isClear: true };
    }
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const x = (left + right) / 2;
    const line = element.parentElement;
    // In a line of text, the words of the next line may reach up to it by a pixel.
    const isInLine = line !== null && getComputedStyle(element).display.startsWith('inline');
    const isClear = [top + 1, (top + bottom) / 2, bottom - 1].every((y) => {
      const there = document.elementFromPoint(x, y);
      if (there === null) return false;
      return element.contains(there) || there.contains(element) || (isInLine && line.contains(there));
    });
    return { name: (element.getAttribute('aria-label') || element.textContent || '').trim(), isClear };
  });
}

/** Goes on from control to control, or back. Names of those that were not in view, and of all. */
async function walk(page: Page, back: boolean, until: RegExp): Promise<{ covered: string[]; met: string[] }> {
  const covered: string[] = [];
  const met: string[] = [];
  if (back) await page.keyboard.down('Shift');
  try {
    for (let step = 0; step < MOST_STEPS; step++) {
      await page.keyboard.press('Tab');
      const { name, isClear } = await lookAtFocus(page);
      met.push(name);
      if (!isClear) covered.push(name);
      if (until.test(name)) return { covered, met };
    }
  } finally {
    if (back) await page.keyboard.up('Shift');
  }
  throw new Error(`the focus never came to ${until}: ${met.join(' | ')}`);
}

/** From the first control to the last one and back again, from the screen's beginning. */
async function walkBothWays(screen: Screen, first: RegExp, last: RegExp): Promise<string[]> {
  await screen.page.bringToFront();
  // The control may be drawn anew after it was found.
  await waitFor(`the focus on ${first}`, async () =>
    (await screen.find('button', first)).evaluate((control) => {
      (control as HTMLElement).focus();
      return document.activeElement === control;
    }),
  );
  await screen.page.evaluate(() => scrollTo(0, 0));
  const on = await walk(screen.page, false, last);
  const back = await walk(screen.page, true, first);
  // It has been to all that is there.
  expect(on.met.length).toBeGreaterThan(8);
  expect(back.met.length).toBe(on.met.length);
  return [...on.covered, ...back.covered];
}

/** Makes the window so low that a little of the screen does not fit into it, in CSS px. */
async function leaveOut(screen: Screen, little: number, width: number): Promise<void> {
  const height = await screen.page.evaluate(() => document.documentElement.scrollHeight);
  await screen.page.setViewport({ width, height: height - little });
  await waitFor('the window to be so low', () =>
    screen.page.evaluate(
      (most) => innerHeight <= most && document.documentElement.scrollHeight > innerHeight,
      height - little,
    ),
  );
}

it.each([4, 20, 34, 60])(
  'in a popup %i px too high the foot covers nothing that has the focus',
  async (little) => {
    const popup = await session.popup(tab);
    await popup.click('button', /^Not an article\?$/);
    await popup.find('button', /^Never on this site$/);
    await leaveOut(popup, little, 420);
    expect(await walkBothWays(popup, /^Library$/, /^Turn off on this site$/)).toEqual([]);
    await popup.page.close();
  },
);

it('nor when the list of what was hidden is open in it, on a low screen, where all of the list can be seen', async () => {
  const popup = await session.popup(tab);
  await popup.page.setViewport({ width: 420, height: 340 });
  await popup.click('button', /boxes hidden$/);
  await popup.find('button', /^Hide something else$/);
  expect(await walkBothWays(popup, /^Library$/, /^Turn off on this site$/)).toEqual([]);
  await popup.page.close();
});

it('in the side panel neither what sticks above nor what floats below covers it', async () => {
  const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
  await panel.page.setViewport({ width: 360, height: 420 });
  await panel.click('button', CALLOWAY);
  await panel.find('button', /^Back to where you were$/);
  expect(await walkBothWays(panel, /Ines Calloway.*%/, /^Back to where you were$/)).toEqual([]);
  await panel.page.close();
});
