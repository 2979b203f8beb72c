import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { itLong } from '../../long.ts';
import { Session } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

const VOTE = `${COURIER}/harbour/breakwater-vote`;
/** More steps than any screen of the main job has controls on the way. */
const MOST_STEPS = 60;

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

/** What a screen reader would call the element in focus, and whether a person sees that it is. */
function focused(page: Page): Promise<{ name: string; isSeen: boolean; size: number }> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (element === null || element === document.body) return { name: '', isSeen: true, size: 99 };
    const style = getComputedStyle(element);
    const label = element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null;
    const ring = label?.querySelector('span') ?? element;
    const box = (label ?? element).getBoundingClientRect();
    return {
      name: (element.getAttribute('aria-label') || label?.textContent || element.textContent || '').trim(),
      // The ring of a row is drawn by the link's layer over it.
      isSeen: [style, getComputedStyle(ring), getComputedStyle(element, '::after')].some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && outlineWidth !== '0px',
      ),
      size: Math.min(box.width, box.height),
    };
  });
}

/** Presses Tab until the control is in focus; every stop on the way must be seen, named and large enough. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  await page.bringToFront();
  const met: string[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    met.push(stop.name);
    if (stop.name === '') continue;
    expect(stop.isSeen, `no ring around "${stop.name}"`).toBe(true);
    expect(stop.size, `"${stop.name}" is too small to hit`).toBeGreaterThanOrEqual(24);
    if (name.test(stop.name)) return;
  }
  throw new Error(`Tab never came to ${name}: ${met.join(' | ')}`);
}

it('does the main job without a mouse: sees who said what, saves, finds it again, reads it, quotes it', async () => {
  const tab = await session.visit(VOTE);
  await session.report(tab, ({ quotes }) => quotes.length > 0);

  // The popup: to a quote in the page, and save.
  const popup = await session.popup(tab);
  await popup.find('button', /^Save$/);
  await tabTo(popup.page, /We have spent more than a decade|We are not against a wall/);
  await popup.press('Enter');
  await popup.shows('Shown on the page');
  await popup.page.bringToFront();
  await popup.press('s');
  await popup.find('button', /^Saved$/);
  // The popup may go while the key is still down, and the browser then knows of no page to let it go in.
  let complaint: unknown;
  await popup.press('l').catch((error: unknown) => {
    complaint = error;
  });

  // The library: the list, its first row, the reader.
  const library = await session.openedPage(/library\.html/).catch((error: unknown) => {
    throw complaint ?? error;
  });
  await library.find('row', /Saltmere council/);
  await library.page.bringToFront();
  // The first rows are there a moment before the keys are: a test is faster than any hand.
  await waitFor('the search to have the focus', async () => {
    const isThere = await library.page.evaluate(() => document.activeElement instanceof HTMLInputElement);
    if (!isThere) await library.press('/');
    return isThere;
  });
  await library.write('breakwater');
  await library.press('Enter');
  await library.find('row', /Saltmere council/);
  await tabTo(library.page, /^Saltmere council backs/);
  await library.press('Enter');

  // The reader: the next quote, the voices, copy.
  const reader = await session.openedPage(/reader\.html/);
  await reader.shows('The council meets again');
  await reader.page.bringToFront();
  await reader.page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      document.body.dataset.copied = text;
    };
  });
  await reader.press('v');
  await reader.find('button', /^Copy with citation$/);
  await tabTo(reader.page, /^Copy with citation$/);
  await reader.press('Enter');
  const copied = await waitFor('a quote to be copied', () =>
    reader.page.evaluate(() => document.body.dataset.copied ?? null),
  );
  expect(copied).toContain('The Harbour Courier');

  // The sheet of keys, and back.
  await reader.press('?');
  await reader.find('dialog', /./);
  await reader.press('Escape');
  await waitFor('the sheet to close', async () => !(await reader.has('dialog', /./)));
  await reader.page.close();
  await tab.page.close();
});

itLong('obeys no single key once the user has switched them off', async () => {
  const options = await session.screen('options.html#shortcuts');
  await options.click('checkbox', /^Single-key shortcuts/);
  // A screen that opens in that moment would still obey them.
  await waitFor('the choice to be kept', async () => {
    const { settings } = await session.extension.call<{ settings?: { singleKeys?: boolean } }>(
      'storage.local.get',
      'settings',
    );
    return settings?.singleKeys === false;
  });
  const library = await session.screen('library.html');
  await library.find('row', /Saltmere council/);
  await library.page.bringToFront();
  await library.press('?');
  await library.press('/');
  expect(await library.has('dialog', /./)).toBe(false);
  expect((await focused(library.page)).name).toBe('');
  await options.click('checkbox', /^Single-key shortcuts/);
  // An open screen hears of it.
  await waitFor('the keys to work again', async () => {
    await library.page.bringToFront();
    await library.press('?');
    return library.has('dialog', /./);
  });
  await library.page.close();
  await options.page.close();
});
