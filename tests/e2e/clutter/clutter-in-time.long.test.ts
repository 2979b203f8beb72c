import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { waitForFrames } from '../harness/drawn-frames.ts';
import { Session, type Tab } from '../harness/session.ts';
import { readVisibleText } from '../harness/visible-text.ts';
import { waitFor } from '../harness/wait-for.ts';

/** What the page's own scripts know of themselves (`assets/dynamic.js`). */
interface PageScripts {
  errors: string[];
  turns: Record<string, number>;
  written: () => unknown[];
  found?: boolean;
  height?: number;
  lockedAt?: number;
}

let session: Session;
let article = '';

beforeAll(async () => {
  session = await Session.borrow();
  const tab = await session.visit(`${COURIER}/features/pilot-cutter`);
  article = (await session.report(tab)).article?.text ?? '';
  await tab.page.close();
  expect(article).toContain('The seals, as far as anybody knows');
});
afterAll(() => session.close());

const visit = (...cases: string[]): Promise<Tab> =>
  session.visit(`${COURIER}/features/pilot-cutter?do=${cases.join(',')}`);

function scripts<T>(page: Page, read: (scripts: PageScripts) => T): Promise<T> {
  return page.evaluate(`(${read})(globalThis.page)`) as Promise<T>;
}

/** Waits until a case of the page has done its work so often. */
async function turned(tab: Tab, name: string, times = 1): Promise<void> {
  await waitFor(`${name} to happen`, async () => {
    const { turns } = await scripts(tab.page, ({ turns: all }) => ({ turns: all }));
    return (turns[name] ?? 0) >= times;
  });
}

/** Every paragraph of the article can be read, the page throws nothing, and the wheel moves it. */
async function expectReadable(tab: Tab): Promise<void> {
  const visible = (await readVisibleText(tab.page)).replace(/\s+/g, ' ');
  for (const paragraph of article.split('\n\n')) expect(visible).toContain(paragraph.replace(/\s+/g, ' '));
  expect(await scripts(tab.page, ({ errors }) => errors)).toEqual([]);
  await tab.page.bringToFront();
  const before = await tab.page.evaluate(() => scrollY);
  await waitFor('the page to scroll', async () => {
    await tab.page.mouse.move(600, 400);
    await tab.page.mouse.wheel({ deltaY: before > 300 ? -120 : 120 });
    // The browser scrolls when it next paints: what one turn of the wheel did may be seen only after the next.
    return (await tab.page.evaluate(() => scrollY)) !== before;
  });
}

async function expectVisible(tab: Tab, ...texts: string[]): Promise<void> {
  const visible = await readVisibleText(tab.page);
  for (const text of texts) expect(visible).toContain(text);
}

/** Whether a user sees an element, by a selector. */
const sees = (tab: Tab, selector: string): Promise<boolean> =>
  tab.page.$eval(selector, (element) => element.checkVisibility());

/** Brings everything back; what the page had written is there again, byte for byte. */
async function expectUndone(tab: Tab, ...texts: string[]): Promise<void> {
  await session.extension.askTab(tab.id, 'page/setHidden', { id: 'all', hidden: false });
  await waitFor('everything to be back', async () => {
    const visible = await readVisibleText(tab.page);
    return texts.every((text) => visible.includes(text));
  });
}

it('a modal that comes late, its lock by class and style, and the room made for bars', async () => {
  const tab = await visit('late-modal', 'bars');
  await turned(tab, 'late-modal');
  await turned(tab, 'bars');
  const hidden = ['The pilot letter', 'Subscribe now for £1', 'Get the app', 'Turn on notifications'];
  await session.waitUntilHidden(tab, ...hidden);
  await expectReadable(tab);
  await expectVisible(tab, 'Listen to this story', 'The Harbour Courier');
  await waitFor('the room of the bar to be given back', () =>
    tab.page.evaluate(() => getComputedStyle(document.body).paddingBottom === '0px'),
  );
  await expectUndone(tab, ...hidden);
  const boxes = await tab.page.evaluate(() => [
    document.body.getAttribute('style'),
    document.body.className,
    document.querySelector('.subscribe-strip')?.getAttribute('style'),
    document.querySelector('.newsletter-modal')?.getAttribute('style'),
    document.querySelector('.push-prompt')?.getAttribute('style'),
  ]);
  expect(boxes).toEqual([
    'padding-bottom: 60px; overflow: hidden;',
    'modal-open',
    'position: sticky; top: 0; z-index: 40; background: #024',
    null,
    'position: fixed; top: 0; left: 30%; background: #fff',
  ]);
});

it('a backdrop beside its dialog, an inert page, a modal dialog, a popover', async () => {
  const tab = await visit('backdrop', 'modal-dialog', 'popover');
  await turned(tab, 'modal-dialog');
  await turned(tab, 'popover');
  await session.waitUntilHidden(tab, 'Ahoy', 'One moment', 'Sign up for our newsletter today');
  await expectReadable(tab);
  // What lay under the backdrop can be used again.
  await waitFor('the page to be no longer inert', () => tab.page.$eval('main', (main) => !main.inert));
  await waitFor('the veil to go', async () => !(await sees(tab, '.veil')));
  await waitFor('a link to be on top', () =>
    tab.page.evaluate(() => {
      // The wheel may be moving the page yet.
      scrollTo(0, 0);
      const target = document.querySelector('header nav a');
      const box = target?.getBoundingClientRect();
      return box !== undefined && document.elementFromPoint(box.x + 4, box.y + 4) === target;
    }),
  );
  await expectUndone(tab, 'Ahoy', 'One moment');
  expect(await tab.page.$eval('main', (main) => main.inert)).toBe(true);
  expect(await tab.page.$eval('dialog', (dialog) => dialog.matches(':modal'))).toBe(true);
  expect(await tab.page.$eval('.veil', (veil) => veil.getAttribute('style'))).toBe(
    'position: fixed; inset: 0; z-index: 900; background: rgb(0 0 0 / 60%)',
  );
});

it('boxes between paragraphs, while the user scrolls and while a framework draws them anew', async () => {
  const tab = await visit('inline', 'rerender', 'looks-for-itself', 'exit-intent');
  await session.report(tab);
  for (const y of [600, 1200, 1800, 2400]) {
    await tab.page.evaluate((to) => scrollTo(0, to), y);
    // What comes into view is told of with the next frame that is drawn.
    await waitForFrames(tab.page, 2);
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
  await turned(tab, 'inline', 3);
  await turned(tab, 'rerender', 4);
  await turned(tab, 'looks-for-itself', 3);
  await tab.page.evaluate(() => document.dispatchEvent(new MouseEvent('mouseleave')));
  await turned(tab, 'exit-intent');
  await session.waitUntilHidden(tab, 'the Slack Tide', 'The deckhand’s letter', 'Before you cast off');
  await expectReadable(tab);
  // The page's own script finds its box where it put it, and it has no size.
  await waitFor('the page to find its box without a size', () =>
    scripts(tab.page, ({ found, height }) => found === true && height === 0),
  );
  // However often it is drawn, it is one item.
  const { hidden } = await session.report(tab);
  expect(hidden.filter(({ text }) => text.includes('deckhand'))).toHaveLength(1);
});

it('sign-up in shadow roots and frames, form states, and the next article', async () => {
  const tab = await visit('shadow', 'iframe', 'form-states', 'next-article');
  await turned(tab, 'next-article');
  await session.waitUntilHidden(tab, 'Get the Boat Letter', 'The open letter', 'The closed letter');
  await waitFor('the frame of the kit to go', async () => !(await sees(tab, '.embed-wrap')));
  expect(await sees(tab, '.video-wrap iframe')).toBe(true);
  expect(await sees(tab, '.chart-wrap iframe')).toBe(true);
  expect(await sees(tab, 'story-player')).toBe(true);
  await waitFor('the letter box to go', async () => !(await sees(tab, '.letter-box')));
  await expectReadable(tab);
  await expectVisible(
    tab,
    'Boats that came back',
    'Second cutter found under a boathouse',
    'Part 4: the boathouse at Trevose',
  );
  expect(await readVisibleText(tab.page)).not.toContain('indicates required');
});

it('leaves a registration wall and what the user asked for alone', async () => {
  const walled = await visit('regwall');
  await session.report(walled);
  await expectVisible(walled, 'Create a free account to continue reading');
  expect(await walled.page.$eval('article', (element) => element.getAttribute('style'))).toBe(
    'max-height: 900px; overflow: hidden; filter: blur(0.4px)',
  );
  const tab = await visit('user-opened');
  await session.report(tab);
  await tab.page.bringToFront();
  await tab.page.click('.open-letter');
  await turned(tab, 'user-opened');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await expectVisible(tab, 'You asked for it');
});

it('gives up on a box that comes back each time, and says so', async () => {
  const tab = await visit('stubborn');
  const reportGivenUp = () =>
    session.report(tab, (report) => report.hidden.some(({ gaveUp }) => gaveUp === true));
  // It gives up on what it has to hide more than 1.2 times a second. A busy machine has no time for that many, and the
  // page is loaded again for another try.
  const loadAgain = async () => {
    await tab.page.reload();
    return reportGivenUp();
  };
  const { hidden } = await reportGivenUp().catch(loadAgain).catch(loadAgain);
  expect(hidden.filter(({ gaveUp }) => gaveUp)).toHaveLength(1);
  const turns = () => scripts(tab.page, (page) => page.turns.stubborn ?? 0);
  const before = await turns();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  // Now both leave it alone.
  expect((await turns()) - before).toBeLessThanOrEqual(1);
  expect(before).toBeLessThan(60);
  await expectReadable(tab);
  const popup = await session.popup(tab);
  await popup.click('button', /hidden/i);
  await popup.shows('The page kept putting it back, so Offprint left it alone.');
  await popup.page.close();
});
