import { afterAll, beforeAll, expect, it } from 'vitest';
import { HERALD } from '../../fixtures/sites.ts';
import { Session, type Tab } from '../harness/session.ts';
import { readVisibleText } from '../harness/visible-text.ts';
import { waitFor } from '../harness/wait-for.ts';

/** What the page's own script knows of itself (`modals/modals.js`). */
interface HeraldPage {
  opened: number;
  flashes: number[];
}

let session: Session;
/** These take their time, and take it side by side. */
let restless: Tab;
let slow: Tab;
let arrived: Promise<unknown>;
let release: () => void;

beforeAll(async () => {
  session = await Session.borrow();
  restless = await visit('restless');
  const { page, tabId } = await session.extension.newTab();
  slow = { page, id: tabId };
  release = session.network.hold((url) => url.endsWith('#rest'));
  // It ends when a test lets it, however long those before take.
  arrived = page.goto(`${HERALD}/lamp?slow=1`, { timeout: 0 });
});
afterAll(() => session.close());

const visit = (hold: string): Promise<Tab> => session.visit(`${HERALD}/lamp?hold=${hold}`);

/**
 * How often a page was loaded. Asked of the network: a script that a test runs in a page, or a message to it from one of
 * our pages in which a test runs a script, counts as an act of the user in Chromium.
 */
const countLoads = (hold: string): number =>
  session.network.seen.filter(({ url }) => url === `${HERALD}/lamp?hold=${hold}`).length;

const loaded = (hold: string, times: number): Promise<unknown> =>
  waitFor(`${times} loads`, () => countLoads(hold) >= times);

/** Waits until a page has not been loaded again for some time, in ms. */
async function restsFor(hold: string, ms: number): Promise<void> {
  let loads = 0;
  let since = 0;
  await waitFor(
    'the page to reload itself no more',
    () => {
      if (countLoads(hold) !== loads) {
        loads = countLoads(hold);
        since = Date.now();
      }
      return loads > 1 && Date.now() - since > ms;
    },
    60_000,
  );
}

/** A page that reloads itself, perhaps before it has loaded once, which Firefox reports as an interrupted navigation. */
async function visitRestless(hold: string): Promise<Tab> {
  const { page, tabId } = await session.extension.newTab();
  let complaint: unknown;
  page.goto(`${HERALD}/lamp?hold=${hold}`).catch((error: unknown) => {
    complaint = error;
  });
  await loaded(hold, 1).catch((error: unknown) => {
    throw complaint ?? error;
  });
  return { page, id: tabId };
}

const heralds = (tab: Tab): Promise<HeraldPage> =>
  tab.page.evaluate(() => (globalThis as unknown as { page: HeraldPage }).page);

const opened = (tab: Tab, times = 1): Promise<unknown> =>
  waitFor('it to happen', async () => (await heralds(tab)).opened >= times);

/**
 * Loads after which a page that loads itself again is left alone. Four are enough, where each begins soon after something
 * was hidden; a busy machine that lets one come late counts anew from there.
 */
const MAX_LOADS = 8;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('takes a box away from a page whose end is long in coming', async () => {
  const { page } = slow;
  await waitFor('the text', async () => (await readVisibleText(page)).includes('until somebody forgets'));
  // The box is the last thing there before the rest.
  await waitFor('the box', () => page.evaluate(() => document.querySelector('.slow-only') !== null));
  await session.waitUntilHidden(slow, 'The slow letter');
  expect(await page.evaluate(() => document.readyState)).toBe('loading');
  release();
  await arrived;
  await session.report(slow, ({ article }) => article !== null);
  await page.close();
});

it('takes boxes away that stand in shadow roots attached late, and in components defined late', async () => {
  const tab = await visit('late-roots');
  await opened(tab);
  const isSeen = (): Promise<boolean> =>
    tab.page.evaluate(() =>
      ['herald-box', 'herald-signup'].some((name) =>
        document.querySelector(name)?.shadowRoot?.querySelector('h2')?.checkVisibility(),
      ),
    );
  await waitFor('the boxes to go', async () => !(await isSeen()));
});

it('takes a modal away from a page that changes nine hundred times a second', async () => {
  await opened(restless);
  await session.waitUntilHidden(restless, 'The Skerry letter');
  await restless.page.close();
});

it('lists a box once that the page puts in again each time it is hidden, and brings all of them back', async () => {
  const tab = await visit('again');
  await opened(tab, 12);
  const countVisible = (): Promise<number> =>
    tab.page.$$eval('.newsletter-box', (boxes) => boxes.filter((box) => box.checkVisibility()).length);
  await waitFor('the last box to go', async () => (await countVisible()) === 0);
  const popup = await session.popup(tab);
  await popup.click('button', /^1 sign-up box hidden/);
  await popup.shows('×12');
  await popup.click('button', /^Show$/);
  await waitFor('all boxes to be shown', async () => (await countVisible()) === 12);
  await popup.click('button', /^Undo/);
  await waitFor('all boxes to be hidden', async () => (await countVisible()) === 0);
  await popup.page.close();
  await tab.page.close();
});

it('keeps what is hidden hidden, and shown what the user brought back, when the address is written anew', async () => {
  const tab = await visit('addresses');
  await session.waitUntilHidden(tab, 'The north letter', 'The south letter');
  const { hidden } = await session.report(tab, (report) => report.hidden.length === 2);
  const north = hidden.find(({ text }) => text.includes('north'));
  await session.extension.askTab(tab.id, 'page/setHidden', { id: north?.id ?? -1, hidden: false });
  await tab.page.bringToFront();
  for (const y of [250, 450, 650]) {
    const before = (await heralds(tab)).opened;
    await tab.page.evaluate((to) => scrollTo(0, to), y);
    await opened(tab, before + 1);
    // The page is looked at once more for each.
    await wait(300);
  }
  const report = await session.report(tab, ({ url }) => !url.endsWith('=addresses'));
  expect(report.hidden.map((item) => item.hidden).sort()).toEqual([false, true]);
  const visible = await readVisibleText(tab.page);
  expect(visible).toContain('The north letter');
  expect(visible).not.toContain('The south letter');
  expect((await heralds(tab)).flashes[1]).toBe(0);
  await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: false });
  expect(await readVisibleText(tab.page)).toContain('The south letter');
});

it('stops hiding in a page that reloads itself for it, says so, and hides anyway when told to', async () => {
  const tab = await visitRestless('reloads');
  await restsFor('reloads', 3000);
  const loads = countLoads('reloads');
  expect(loads).toBeLessThan(MAX_LOADS);
  await session.report(tab, ({ clutterPaused }) => clutterPaused);
  expect(await readVisibleText(tab.page)).toContain('The Skerry letter');
  const popup = await session.popup(tab);
  await popup.shows(/kept reloading itself/);
  await popup.click('button', /^Hide anyway$/);
  await popup.page.close();
  await loaded('reloads', loads + 5);
  await tab.page.close();
});

it('goes on hiding when the user reloads the page again and again', async () => {
  const tab = await visit('north');
  for (let i = 0; i < 5; i++) {
    await tab.page.reload();
    await session.waitUntilHidden(tab, 'The Skerry letter');
  }
  expect(await session.report(tab)).toMatchObject({ clutterPaused: false });
});

it('notices it on a slow line, and never of a page that refreshes itself by the clock', async () => {
  // Four loads of either take more than fifteen seconds.
  const refreshing = await visitRestless('refreshes');
  const slowly = await visitRestless('reloads&late=5500');
  await restsFor('reloads&late=5500', 12_000);
  expect(countLoads('reloads&late=5500')).toBeLessThan(MAX_LOADS);
  expect(await readVisibleText(slowly.page)).toContain('The Skerry letter');
  await loaded('refreshes', 5);
  await session.waitUntilHidden(refreshing, 'The Skerry letter');
  await slowly.page.close();
  await refreshing.page.close();
});

it('goes on in open tabs after an update of the extension', async () => {
  const tab = await visit('update');
  await session.waitUntilHidden(tab, 'The north letter');
  await session.updateExtension();
  const isRead = async (): Promise<boolean> => {
    const report = await session.extension.askTab(tab.id, 'page/report', { html: false });
    return report?.hidden.some(({ hidden }) => hidden) === true;
  };
  await waitFor('the new scripts to have hidden the box', isRead);
  expect(await readVisibleText(tab.page)).not.toContain('The north letter');
  await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: false });
  await wait(600);
  expect(await readVisibleText(tab.page)).toContain('The north letter');
  expect(await tab.page.$eval('.newsletter-box', (box) => box.getAttribute('style'))).toBeNull();
  await tab.page.bringToFront();
  await tab.page.evaluate(() => (globalThis as unknown as { openLate: () => void }).openLate());
  await session.waitUntilHidden(tab, 'The late letter');
});
