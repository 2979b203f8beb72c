import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { openRealPopup, pressCommand, realPopupWidth } from '../harness/browser-controls.ts';
import { readAtRest } from '../harness/drawn-frames.ts';
import { Session, type Tab } from '../harness/session.ts';
import { waitFor } from '../harness/wait-for.ts';

/** How wide Firefox opens its sidebar, in CSS px. */
const SIDEBAR = 252;

/** What Chromium adds to a popup that scrolls, in CSS px. Firefox's bars lie over the page. */
const SCROLL_BAR = process.env.OFFPRINT_BROWSER === 'firefox' ? 0 : 20;

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.start();
  tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
  await session.report(tab, (report) => report.quotes.length > 0);
});
afterAll(() => session.close());

it('the real popup is 420 px wide, whatever it shows', async () => {
  const front = await session.visit(`${COURIER}/`);
  for (const [shown, words] of [
    [tab, /Saltmere council backs £41m/],
    [front, /Not an article/],
  ] as const) {
    await openRealPopup(session, shown.page);
    await waitFor(`the popup to show ${words}`, async () =>
      (await session.extension.readViews('popup')).some((text) => words.test(text)),
    );
    await waitFor('the popup to be 420 px wide', async () => {
      const width = await realPopupWidth(session);
      return width >= 420 && width <= 420 + SCROLL_BAR;
    });
    await session.extension.closePopups();
  }
  await front.page.close();
});

it('the panel breaks no word and cuts no role where it is as narrow as Firefox’s sidebar', async () => {
  const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
  await panel.page.setViewport({ width: SIDEBAR, height: 640 });
  await panel.shows('chairs the Saltmere Fishing Cooperative');
  const torn = await panel.page.evaluate(() => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || !parent.checkVisibility() || parent.closest('.visually-hidden')) continue;
      if (parent.scrollWidth > parent.clientWidth + 1 && parent.clientWidth > 0) {
        found.push(`cut: ${node.textContent}`);
      }
      for (const { index, 0: word } of (node.textContent ?? '').matchAll(/[\p{L}]+/gu)) {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) found.push(`broken: ${word}`);
      }
    }
    return found;
  });
  expect(torn).toEqual([]);
  await panel.page.close();
});

it('its key shows the panel and hides it again', async () => {
  const isOpen = async (): Promise<boolean> =>
    session.kind === 'firefox'
      ? session.extension.call<boolean>('sidebarAction.isOpen', {})
      : (await session.extension.call<unknown[]>('runtime.getContexts', { contextTypes: ['SIDE_PANEL'] }))
          .length > 0;
  const [{ windowId } = { windowId: 0 }] = (await session.extension.tabs()).filter(({ id }) => id === tab.id);
  expect(await isOpen()).toBe(false);
  // Chromium opens its panel for a person only: keys that a test presses are none's.
  if (session.kind === 'firefox') await pressCommand(session, tab, 'toggle-panel');
  else await session.extension.call('sidePanel.open', { windowId });
  await waitFor('the panel to open', isOpen);
  // Chromium lists panels by their addresses: this one is known once it has noted its window there.
  if (session.kind === 'chromium')
    await waitFor('the panel to note its window', async () =>
      (
        await session.extension.call<{ documentUrl?: string }[]>('runtime.getContexts', {
          contextTypes: ['SIDE_PANEL'],
        })
      ).some(({ documentUrl }) => documentUrl?.includes('#window-')),
    );
  await pressCommand(session, tab, 'toggle-panel');
  await waitFor('the panel to close', async () => !(await isOpen()));
});

it('a dialog dims the window up to its edge, and moves nothing under it', async () => {
  const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
  // Long enough to scroll; and with a bar beside the page, as most users have it.
  await panel.page.setViewport({ width: 420, height: 400 });
  const { quotes } = await session.report(tab);
  await waitFor('all quotes with their speakers', () =>
    panel.page.evaluate(
      (all) => document.querySelectorAll('.quote-group .quote').length === all,
      quotes.length,
    ),
  );
  const measure = () =>
    panel.page.evaluate(() => ({
      bar: innerWidth - document.documentElement.clientWidth,
      scrolls: getComputedStyle(document.documentElement).overflowY !== 'hidden',
      words: document.querySelector('h1')?.getBoundingClientRect().width,
    }));
  const before = await readAtRest(panel.page, 'the panel', measure);
  expect(before.scrolls).toBe(true);
  await panel.click('button', /^More for this quote$/);
  await panel.click('button', /^Why this name\?$/);
  await panel.find('dialog', /./);
  expect(await measure()).toEqual({ ...before, bar: 0, scrolls: false });
  await panel.press('Escape');
  await waitFor('the page to scroll again', async () => (await measure()).scrolls);
  expect(await measure()).toEqual(before);
  await panel.page.close();
});
