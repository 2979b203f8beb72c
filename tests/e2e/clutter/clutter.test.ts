import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { itLong } from '../../long.ts';
import { stopBackground } from '../harness/browser-controls.ts';
import { Session, type Tab } from '../harness/session.ts';
import { readVisibleText } from '../harness/visible-text.ts';
import { waitFor } from '../harness/wait-for.ts';
import { openPicker, pickerIsOpen, pointAt, pressFirst } from './picker.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describe('what is hidden', () => {
  /** True when the wheel moves the page. */
  async function scrolls(page: Page): Promise<boolean> {
    await page.bringToFront();
    await page.mouse.move(400, 400);
    await page.mouse.wheel({ deltaY: 400 });
    return page.evaluate(() => scrollY > 0);
  }

  async function expectVisible(page: Page, ...texts: string[]): Promise<void> {
    const visible = await readVisibleText(page);
    for (const text of texts) expect(visible).toContain(text);
  }

  it('hides sign-up boxes, bars and nags, and leaves the article whole', async () => {
    const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    await session.waitUntilHidden(
      tab,
      'Get the harbour news first',
      'The morning tide, in your inbox',
      'Subscribe from £1 a week',
      'Become a Courier subscriber',
    );
    const { article, hidden } = await session.report(tab);
    const visible = (await readVisibleText(tab.page)).replace(/\s+/g, ' ');
    for (const paragraph of article?.text.split('\n\n') ?? []) {
      expect(visible).toContain(paragraph.replace(/\s+/g, ' '));
    }
    // What a user may want to keep stays by default.
    await expectVisible(tab.page, 'More from the Courier', 'Comments (2)');
    for (const item of hidden) {
      expect(await session.extension.message(`kind_${item.kind.replaceAll('-', '_')}`)).not.toBe('');
    }
  });

  it('takes away an overlay that comes late, and gives scrolling back', async () => {
    const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    await tab.page.waitForSelector('.newsletter-modal');
    await session.waitUntilHidden(tab, "Don't miss the tide");
    await waitFor('the page to scroll', () => scrolls(tab.page));
    // The list of what was hidden names it too.
    await session.report(tab, ({ hidden }) =>
      hidden.some((item) => item.text.includes("Don't miss the tide")),
    );
  });

  it('brings everything back on request, one by one or all at once', async () => {
    const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    await session.waitUntilHidden(tab, 'Get the harbour news first', 'Subscribe from £1 a week');
    const { hidden } = await session.report(tab, (report) =>
      report.hidden.some((item) => item.text.includes('Subscribe from £1')),
    );
    const bar = hidden.find((item) => item.text.includes('Subscribe from £1'));
    await session.extension.askTab(tab.id, 'page/setHidden', { id: bar?.id ?? -1, hidden: false });
    await waitFor('the bar to come back', async () =>
      (await readVisibleText(tab.page)).includes('Subscribe from £1 a week'),
    );
    expect(await readVisibleText(tab.page)).not.toContain('Get the harbour news first');

    const items = await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: false });
    expect(items?.every((item) => !item.hidden)).toBe(true);
    await expectVisible(tab.page, 'Get the harbour news first', 'The morning tide, in your inbox');

    await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: true });
    await session.waitUntilHidden(tab, 'Get the harbour news first', 'Subscribe from £1 a week');
  });

  it('does not let a pop-up appear when the pointer leaves, and leaves the cookie question alone', async () => {
    const tab = await session.visit(`${COURIER}/opinion/ferry-fares`);
    await session.report(tab);
    await tab.page.evaluate(() => document.documentElement.dispatchEvent(new MouseEvent('mouseleave')));
    await session.waitUntilHidden(tab, 'Leaving so soon?');
    await expectVisible(tab.page, 'would like to set cookies', 'Reject all');
  });

  it('never touches a paywall, nor shows what is behind it', async () => {
    const tab = await session.visit(`${COURIER}/investigations/dredging-contract`);
    await session.report(tab);
    await expectVisible(tab.page, 'Subscribe to continue reading', 'See the offers');
    const height = await tab.page.$eval('.behind-wall', (wall) => (wall as HTMLElement).offsetHeight);
    expect(height).toBeLessThan(150);
  });
});

describe('what the user decides', () => {
  const SITE = 'harbourcourier.example';
  const CARD = 'Crab pots to carry owner';

  interface StoredRule {
    action: string;
    text: string;
    label: string;
  }
  interface Stored {
    settings?: { sites?: Record<string, { rules?: StoredRule[]; kinds?: Record<string, boolean> }> };
  }

  async function storedSite(): Promise<{ rules: StoredRule[]; kinds: Record<string, boolean> }> {
    const { settings } = await session.extension.call<Stored>('storage.local.get', 'settings');
    const site = settings?.sites?.[SITE];
    return { rules: site?.rules ?? [], kinds: site?.kinds ?? {} };
  }

  const shows = async (tab: Tab, text: string): Promise<boolean> =>
    (await readVisibleText(tab.page)).replace(/\s+/g, ' ').includes(text);

  /**
   * Opens a page that is held up before its end, and waits until an element is there and takes no room: neither gate nor
   * assistant has come by then.
   */
  async function visitHidden(path: string, selector: string): Promise<Tab> {
    const { page, tabId } = await session.extension.newTab();
    const release = session.network.hold((url) => url.endsWith('/assets/held.js'));
    const loading = page.goto(`${COURIER}${path}`);
    await waitFor(`${selector} to be there, hidden`, () =>
      page.evaluate(
        (wanted) =>
          document.readyState === 'loading' &&
          document.querySelector(wanted)?.getBoundingClientRect().height === 0,
        selector,
      ),
    ).finally(release);
    await loading;
    const tab = { page, id: tabId };
    await session.report(tab);
    return tab;
  }

  it('hides what the user points at, here and at the next visit, before the page has loaded', async () => {
    const tab = await session.visit(`${COURIER}/harbour/tide-gauge`);
    await session.report(tab);
    expect(await shows(tab, CARD)).toBe(true);
    await openPicker(session, tab);
    // Nothing of it is the page's: no styles in or out, no name, no inside.
    const seen = await tab.page.evaluate(() => {
      const host = document.body.nextElementSibling;
      return { inside: host?.shadowRoot ?? null, text: host?.textContent, children: host?.childElementCount };
    });
    expect(seen).toEqual({ inside: null, text: '', children: 0 });

    // The whole card is meant, wherever in it the pointer is.
    const place = await pointAt(tab.page, '.related-card a');
    await tab.page.mouse.click(place.x, place.y);
    await waitFor('the card to go', async () => !(await shows(tab, CARD)));
    expect(await tab.page.evaluate(() => location.pathname)).toBe('/harbour/tide-gauge');
    await waitFor('the way back to be offered', async () =>
      (await session.extension.readWordOverPage(tab.id)).includes('Undo'),
    );
    await pressFirst(session, tab, 'Undo');
    await waitFor('the card to come back', () => shows(tab, CARD));
    expect(await tab.page.$eval('.related-card', (card) => card.getAttribute('style'))).toBeNull();
    await waitFor('the rule to go', async () => (await storedSite()).rules.length === 0);
    // Once more with the keys: smaller, larger again, hide, end.
    await pressFirst(session, tab, 'Hide something else');
    await pointAt(tab.page, '.related-card a');
    await tab.page.keyboard.press('ArrowDown');
    await tab.page.keyboard.press('ArrowUp');
    await tab.page.keyboard.press('Enter');
    await waitFor('the card to go again', async () => !(await shows(tab, CARD)));
    await tab.page.keyboard.press('Escape');
    await waitFor('the picker to close', async () => !(await pickerIsOpen(tab.page)));
    const { rules } = await waitFor('the rule', async () => {
      const site = await storedSite();
      return site.rules.length === 1 && site;
    });
    expect(rules[0]).toMatchObject({ action: 'hide', text: 'any' });
    expect(rules[0]?.label).toContain('Crab pots');
    // The browser has been told before the next visit.
    await waitFor('the script of the site', async () =>
      (await session.extension.call<{ id: string }[]>('scripting.getRegisteredContentScripts')).some(
        ({ id }) => id === 'site',
      ),
    );

    const next = await visitHidden('/harbour/tide-gauge', '.related-card');
    const { hidden } = await session.report(next);
    expect(hidden.filter(({ rule }) => rule !== undefined)).toHaveLength(1);
    // The browser stops a background that has nothing to do; it has to be started before it can say what is known.
    await stopBackground(session);
    await visitHidden('/harbour/tide-gauge', '.related-card');
  });

  itLong('asks before words of the article are hidden, and hides these alone', async () => {
    const tab = await session.visit(`${COURIER}/harbour/tide-gauge`);
    await session.report(tab);
    const words = 'The drum has to be wound on Mondays';
    await openPicker(session, tab);
    const place = await pointAt(tab.page, 'p.body:nth-of-type(9)');
    await tab.page.mouse.click(place.x, place.y);
    // On its way to the buttons the pointer passes over other words.
    await tab.page.mouse.move(place.x, place.y - 120, { steps: 4 });
    await tab.page.keyboard.press('Enter');
    // What a click hides is gone after a moment; these words stay.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await shows(tab, words)).toBe(true);
    await pressFirst(session, tab, 'Hide this text');
    await waitFor('the words to go', async () => !(await shows(tab, words)));
    await tab.page.keyboard.press('Escape');
    expect(await shows(tab, 'Samir Bedi')).toBe(true);
    const next = await session.visit(`${COURIER}/harbour/tide-gauge`);
    const { article } = await session.report(next);
    await waitFor('the words to be hidden', async () => !(await shows(next, words)));
    // They are still the article's: what is saved or quoted is whole.
    expect(article?.text).toContain(words);
  });

  itLong('never hides again what the user wants kept, until the rule is removed', async () => {
    const tab = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    await session.waitUntilHidden(tab, 'Get the harbour news first');
    const isBox = ({ text }: { text: string }): boolean => text.includes('Get the harbour news first');
    // What is known of the site may be hidden before the page was looked at.
    const { hidden } = await session.report(tab, (report) => report.hidden.some(isBox));
    const item = hidden.find(isBox);
    await session.extension.askTab(tab.id, 'page/neverHide', { id: item?.id ?? -1 });
    await waitFor('the box to stay', () => shows(tab, 'Get the harbour news first'));
    await waitFor('the rule', async () => (await storedSite()).rules.some(({ action }) => action === 'keep'));
    const next = await session.visit(`${COURIER}/harbour/breakwater-vote`);
    await session.waitUntilHidden(next, 'Subscribe from £1 a week');
    expect(await shows(next, 'Get the harbour news first')).toBe(true);

    const options = await session.screen('options.html');
    await options.shows('Never hides');
    await options.click('button', /^Remove the rule for “Get the harbour news first/);
    await session.waitUntilHidden(next, 'Get the harbour news first');
    await options.page.close();
  });
});
