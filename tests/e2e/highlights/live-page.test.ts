import { afterAll, beforeAll, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { pressCommand } from '../harness/browser-controls.ts';
import { chooseFromMenu } from '../harness/context-menus.ts';
import { Session, type Tab } from '../harness/session.ts';
import { clickInToast, heedToasts, waitForToast } from '../harness/signs/toast.ts';
import { waitFor } from '../harness/wait-for.ts';
import { clickHighlight, drawnIn, selectByHand, selectLetters, waitForDrawn } from './in-page.ts';

const GAUGE = `${COURIER}/harbour/tide-gauge`;
const LIGHT = `${COURIER}/features/skerry-light`;

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

async function visit(url: string): Promise<Tab> {
  const tab = await session.visit(url);
  await session.report(tab);
  await heedToasts(session, tab);
  return tab;
}

/** Waits until the reader has words among the article's highlights. */
async function seeInReader(title: RegExp, words: string): Promise<void> {
  const library = await session.screen('library.html');
  await library.click('link', title);
  const reader = await session.openedPage(/reader\.html\?id=/);
  await reader.click('button', /^Highlights/);
  const isListed = (): Promise<boolean> =>
    reader.page.evaluate((wanted) => {
      const list = document.querySelector('.reader__voices');
      const notes = [...(list?.querySelectorAll('textarea') ?? [])].map(({ value }) => value);
      return [list?.textContent, ...notes].join(' ').includes(wanted);
    }, words);
  await waitFor(`“${words}” among the highlights`, isListed);
  await reader.page.close();
}

it('from the menu: whole words are highlighted, the article is saved, and both can be taken back', async () => {
  const tab = await visit(GAUGE);
  await selectLetters(tab, 'ass float in a st');
  await chooseFromMenu(session, tab, 'highlight', 'article p:nth-of-type(3)');
  await waitForDrawn(tab, 'yellow: brass float in a stone');
  await waitForToast(session, tab, 'Highlighted. The article is now saved in your library.');
  await clickInToast(session, tab, 'Undo');
  await waitForToast(session, tab, 'Taken out of your library again.');
  await waitForDrawn(tab);
  await tab.page.close();
});

it('by key, and there again on the next visit, and after the page has drawn itself anew', async () => {
  const tab = await visit(GAUGE);
  // From one paragraph into the next, over what may stand between them.
  await selectLetters(tab, 'until October', 'have to beg');
  if (session.kind === 'chromium') await chooseFromMenu(session, tab, 'highlight', 'article p');
  else await pressCommand(session, tab, 'highlight');
  const words = 'yellow: until October. “I thought we would have to beg';
  await waitForDrawn(tab, words);
  await tab.page.reload();
  await session.report(tab);
  await waitForDrawn(tab, words);
  await tab.page.evaluate(() => {
    const article = document.querySelector('article');
    if (article !== null) article.innerHTML = `${article.innerHTML} `;
  });
  await waitForDrawn(tab, words);
  await seeInReader(/Tide gauge older/, 'until October.');
  await tab.page.close();
});

it('in a saved article colours are offered beside the selection; a click offers colour, note and deletion', async () => {
  const tab = await visit(LIGHT);
  await session.save(tab);
  await selectByHand(tab, 'indow');
  await clickInToast(session, tab, 'Highlight in green');
  const [drawn = ''] = await waitFor('it to be drawn', async () => {
    const all = await drawnIn(tab);
    return all.length === 1 && all;
  });
  expect(drawn).toMatch(/^green: window$/);

  await clickHighlight(session, tab, 'green');
  await clickInToast(session, tab, 'Highlight in blue');
  await waitForDrawn(tab, 'blue: window');
  await tab.page.reload();
  await session.report(tab);
  await heedToasts(session, tab);
  await waitForDrawn(tab, 'blue: window');

  await clickHighlight(session, tab, 'blue');
  await clickInToast(session, tab, 'Note');
  await waitFor('the popup with the field', () => session.extension.hasFocusOn('highlight=', 'textarea'));
  await session.extension.closePopups();
  await clickHighlight(session, tab, 'blue');
  // One click may be meant for something of the page's.
  await clickInToast(session, tab, 'Delete');
  await clickInToast(session, tab, 'Press again to delete');
  await waitForDrawn(tab);
  await waitForToast(session, tab, 'Highlight deleted');
  await clickInToast(session, tab, 'Undo');
  await waitForDrawn(tab, 'blue: window');
  await tab.page.close();
});

it('a note is written outside of the page, which never has it', async () => {
  const tab = await visit(LIGHT);
  await waitForDrawn(tab, 'blue: window');
  const library = await session.screen('library.html');
  const id = await library.page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('offprint');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('highlights').objectStore('highlights').getAll();
          asking.onsuccess = () => {
            const rows = asking.result as { id: string; text: string }[];
            opening.result.close();
            resolve(rows.find(({ text }) => text === 'window')?.id ?? '');
          };
        };
      }),
  );
  await library.page.close();
  const popup = await session.screen(`popup.html?tab=${tab.id}&highlight=${id}`);
  await popup.type('textbox', /^Note$/, 'Twice a night since 1974.');
  const red = await popup.find('radio', /^red$/);
  await red.evaluate((radio) => (radio as HTMLInputElement).click());
  await waitForDrawn(tab, 'red: window');
  await popup.page.close();
  await clickHighlight(session, tab, 'red');
  expect(await session.extension.readWordOverPage(tab.id)).not.toContain('Twice a night');
  await seeInReader(/The woman who still winds/, 'Twice a night since 1974.');
  await tab.page.close();
});

it('a page can neither press our buttons nor highlight by events of its own making', async () => {
  const tab = await visit(LIGHT);
  await waitForDrawn(tab, 'red: window');
  await selectByHand(tab, 'lighthouse');
  await new Promise((resolve) => setTimeout(resolve, 500));
  await tab.page.evaluate(() => {
    for (const host of document.documentElement.children) {
      if (host instanceof HTMLElement && host.popover === 'manual') host.click();
    }
    const mark = [...CSS.highlights].flatMap(([, marks]) => [...marks])[0] as Range;
    getSelection()?.removeAllRanges();
    const { left, top } = mark.getBoundingClientRect();
    mark.startContainer.parentElement?.dispatchEvent(
      new MouseEvent('click', { bubbles: true, clientX: left + 3, clientY: top + 3 }),
    );
  });
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(await session.extension.readWordOverPage(tab.id)).not.toContain('Delete');
  expect(await drawnIn(tab)).toEqual(['red: window']);
  await tab.page.close();
});

it('what is no text of the article is refused in words', async () => {
  const tab = await visit(GAUGE);
  await tab.page.evaluate(() => {
    const heading = document.querySelector('footer, header');
    if (heading !== null) getSelection()?.selectAllChildren(heading);
  });
  await chooseFromMenu(session, tab, 'highlight', 'article h1');
  await waitForToast(session, tab, 'Only the text of the article can be highlighted.');
  await tab.page.close();
});
