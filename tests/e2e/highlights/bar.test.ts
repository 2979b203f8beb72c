import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { Session, type Tab } from '../harness/session.ts';
import { clickInToast } from '../harness/signs/toast.ts';
import { waitFor } from '../harness/wait-for.ts';
import { countOverPage, drawnIn, selectByHand, selectLetters, waitForDrawn } from './in-page.ts';

const LIGHT = `${COURIER}/features/skerry-light`;

/** Longer than a selection has to rest, in ms. */
const RESTED = 900;

let session: Session;
let tab: Tab;

beforeAll(async () => {
  session = await Session.borrow();
  tab = await session.visit(LIGHT);
  await session.report(tab);
  await session.save(tab);
});
afterAll(() => session.close());

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, RESTED));
const bars = (): Promise<{ isNew: boolean }[]> =>
  tab.page.evaluate(() =>
    [...document.documentElement.children].flatMap((element) =>
      element instanceof HTMLElement && element.popover === 'manual'
        ? [{ isNew: !('former' in element.dataset) }]
        : [],
    ),
  );
/** The one bar; what was there when something was last selected is another one, and has gone. */
const waitForBar = (): Promise<unknown> =>
  waitFor('the bar', async () => {
    const [bar, ...others] = await bars();
    return others.length === 0 && bar?.isNew === true;
  });
const waitForNoBar = (): Promise<unknown> =>
  waitFor('the bar to go', async () => (await countOverPage(tab)) === 0);
const selected = (): Promise<string> => tab.page.evaluate(() => String(getSelection()));

/** Selects words by hand; a bar that is still there is about others. */
async function select(words: string): Promise<void> {
  await tab.page.evaluate(() => {
    for (const element of document.documentElement.children) {
      if (element instanceof HTMLElement && element.popover === 'manual') element.dataset.former = '';
    }
  });
  await selectByHand(tab, words);
}

it('a page that selects by itself sees nothing that tells whether it is saved', async () => {
  await tab.page.bringToFront();
  await rest();
  await selectLetters(tab, 'indow');
  await rest();
  expect(await countOverPage(tab)).toBe(0);
  await tab.page.keyboard.press('Shift');
  await waitForBar();
});

it('sent away, it comes back with another selection only', async () => {
  await select('lighthouse');
  await waitForBar();
  await tab.page.keyboard.press('Escape');
  await waitForNoBar();
  await tab.page.keyboard.press('Control');
  await rest();
  expect(await countOverPage(tab)).toBe(0);
  await select('indow');
  await waitForBar();
});

it('a click on what the page has hidden or moved does nothing', async () => {
  // Other words each time: a bar that is beside the same ones already would stay.
  for (const [words, name, value] of [
    ['lighthouse', 'opacity', '0'],
    ['indow', 'inset', '40px auto auto 40px'],
  ] as const) {
    await select(words);
    await waitForBar();
    await tab.page.evaluate(
      (name_, value_) => {
        for (const host of document.documentElement.children) {
          if (host instanceof HTMLElement && host.popover === 'manual')
            host.style.setProperty(name_, value_, 'important');
        }
      },
      name,
      value,
    );
    await clickInToast(session, tab, 'Highlight in green');
    await rest();
    expect(await drawnIn(tab)).toEqual([]);
    await tab.page.evaluate(() => getSelection()?.removeAllRanges());
  }
});

it('what is selected next stays selected when the library has the highlight before', async () => {
  await select('lighthouse');
  await session.extension.askTab(tab.id, 'highlights/changed', { why: 'made' });
  await rest();
  expect(await selected()).toBe('lighthouse');
  await waitForBar();
  await clickInToast(session, tab, 'Highlight in green');
  // It goes with the press, before the library has the highlight; and its blue is not the next one's.
  await waitForNoBar();
  await selectByHand(tab, 'indow');
  await clickInToast(session, tab, 'Highlight in blue');
  await waitForDrawn(tab, 'green: lighthouse', 'blue: window');
  await rest();
  // The same two, and no third: one that is on its way to the library is drawn twice for a moment as it arrives.
  await waitForDrawn(tab, 'green: lighthouse', 'blue: window');
});

it('beside words in a modal dialog it can be pressed', async () => {
  await tab.page.evaluate(() => {
    const article = document.querySelector('article');
    const dialog = document.createElement('dialog');
    article?.replaceWith(dialog);
    if (article !== null) dialog.append(article);
    dialog.showModal();
  });
  await session.report(tab);
  await selectByHand(tab, 'ninety kilograms');
  await clickInToast(session, tab, 'Highlight in red');
  await waitFor('it to be drawn', async () => (await drawnIn(tab)).includes('red: ninety kilograms'));
});
