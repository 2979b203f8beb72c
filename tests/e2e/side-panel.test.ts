import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURIER } from '../fixtures/sites.ts';
import { itLong } from '../long.ts';
import { openRealPopup, pressCommand, realPopupWidth } from './harness/browser-controls.ts';
import { Session, type Tab } from './harness/session.ts';
import { waitFor } from './harness/wait-for.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describe('the side panel', () => {
  it('shows who is quoted and how much, by voice, and filters', async () => {
    const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    const { quotes } = await session.report(tab, (report) => report.quotes.length > 0);
    const panel = await session.screen(`sidepanel.html?tab=${tab.id}`);
    // Those that matter most come first, and the others a moment later.
    for (const name of ['Ines Calloway', 'Tobias Renn', 'Harald Vint', 'Priya Sethuram'])
      await panel.shows(name);
    await panel.shows(/\d+ %|\d+%/);
    for (const quote of quotes) await panel.shows(quote.text.replace(/\s+/g, ' '));
    // In a low window a quote is in view, not only who is quoted.
    await panel.page.setViewport({ width: 360, height: 700 });
    const end = await panel.page.$eval('.quote', (quote) => quote.getBoundingClientRect().bottom);
    expect(end).toBeLessThan(690);

    await panel.type('searchbox', /Filter quotes/, 'gap');
    await panel.hides('pumping out cellars');
    await panel.shows('take boats through that gap');
    await panel.page.close();
    await tab.page.close();
  });

  it('follows the user from tab to tab and from page to page', async () => {
    const vote = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    await session.report(vote);
    const light = await session.visit(`${COURIER}/features/skerry-light`);
    const { quotes } = await session.report(light, (report) => report.quotes.length > 0);
    // The page prints these words twice: as they were said, and large in a block of their own.
    const pulled = quotes.filter(({ text }) => text.includes('is not a museum'));
    expect(pulled.map((quote) => [quote.resolvedSpeaker, quote.pulledOut])).toEqual([['Maud Tarrant', true]]);
    // Opened as a tab: it shows the active tab, whichever that becomes.
    const panel = await session.screen('sidepanel.html');
    const [ofVote, ofLight] = ['Saltmere council backs £41m breakwater', 'still winds the Skerry light'];
    await vote.page.bringToFront();
    await panel.shows(ofVote);
    await light.page.bringToFront();
    await panel.shows(ofLight);
    await panel.shows('used as a pull quote');
    await panel.hides(ofVote);
    await light.page.goto(`${COURIER}/harbour/tide-gauge`);
    await panel.shows('Margit Halloway');
  });
});

describe('narrow places', () => {
  /** How wide Firefox opens its sidebar, in CSS px. */
  const SIDEBAR = 252;

  /** What Chromium adds to a popup that scrolls, in CSS px. Firefox's bars lie over the page. */
  const SCROLL_BAR = process.env.OFFPRINT_BROWSER === 'firefox' ? 0 : 20;

  let tab: Tab;

  beforeAll(async () => {
    tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    await session.report(tab, (report) => report.quotes.length > 0);
  });

  itLong('the real popup is 420 px wide, whatever it shows', async () => {
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
    await panel.shows('Harald Vint');
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
    const [{ windowId } = { windowId: 0 }] = (await session.extension.tabs()).filter(
      ({ id }) => id === tab.id,
    );
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
});
