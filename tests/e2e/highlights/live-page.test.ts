import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COURIER } from '../../fixtures/sites.ts';
import { describeLong, itLong } from '../../long.ts';
import { pressCommand } from '../harness/browser-controls.ts';
import { chooseFromMenu } from '../harness/context-menus.ts';
import { Session, type Tab } from '../harness/session.ts';
import { clickInToast, waitForToast } from '../harness/toast.ts';
import { waitFor } from '../harness/wait-for.ts';
import {
  clickHighlight,
  countOverPage,
  drawnIn,
  selectByHand,
  selectLetters,
  waitForDrawn,
} from './in-page.ts';

let session: Session;

beforeAll(async () => {
  session = await Session.borrow();
});
afterAll(() => session.close());

describeLong('the bar beside a selection', () => {
  const LIGHT = `${COURIER}/features/skerry-light`;

  /** Longer than a selection has to rest, in ms. */
  const RESTED = 900;

  let tab: Tab;

  beforeAll(async () => {
    tab = await session.visit(LIGHT);
    await session.report(tab);
    await session.save(tab);
  });

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
      expect(await drawnIn(session, tab)).toEqual([]);
      await tab.page.evaluate(() => getSelection()?.removeAllRanges());
    }
  });
});

describe('highlights in a page', () => {
  const GAUGE = `${COURIER}/harbour/tide-gauge`;
  const LIGHT = `${COURIER}/features/skerry-light`;
  const BY_KEY = 'yellow: until October. “I thought we would have to beg';

  async function visit(url: string): Promise<Tab> {
    const tab = await session.visit(url);
    await session.report(tab);
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

  itLong(
    'from the menu: whole words are highlighted, the article is saved, and both can be taken back',
    async () => {
      const tab = await visit(GAUGE);
      await selectLetters(tab, 'ass float in a st');
      await chooseFromMenu(session, tab, 'highlight', 'article p:nth-of-type(3)');
      await waitForDrawn(session, tab, 'yellow: brass float in a stone');
      await waitForToast(session, tab, 'Highlighted. The article is now saved in your library.');
      await clickInToast(session, tab, 'Undo');
      await waitForToast(session, tab, 'Removed from your library.');
      await waitForDrawn(session, tab);
      await tab.page.close();
    },
  );

  it('by key, and there again on the next visit, and after the page has drawn itself anew', async () => {
    const tab = await visit(GAUGE);
    // From one paragraph into the next, over what may stand between them.
    await selectLetters(tab, 'until October', 'have to beg');
    if (session.kind === 'chromium') await chooseFromMenu(session, tab, 'highlight', 'article p');
    else await pressCommand(session, tab, 'highlight');
    await waitForDrawn(session, tab, BY_KEY);
    await tab.page.reload();
    await session.report(tab);
    await waitForDrawn(session, tab, BY_KEY);
    await tab.page.evaluate(() => {
      const article = document.querySelector('article');
      if (article !== null) article.innerHTML = `${article.innerHTML} `;
    });
    await waitForDrawn(session, tab, BY_KEY);
    await seeInReader(/Tide gauge older/, 'until October.');
    await tab.page.close();
  });

  itLong(
    'in a saved article colours are offered beside the selection; a click offers colour, note and deletion',
    async () => {
      const tab = await visit(LIGHT);
      await session.save(tab);
      await selectByHand(tab, 'indow');
      await clickInToast(session, tab, 'Highlight in green');
      const [drawn = ''] = await waitFor('it to be drawn', async () => {
        const all = await drawnIn(session, tab);
        return all.length === 1 && all;
      });
      expect(drawn).toMatch(/^green: window$/);

      await clickHighlight(session, tab, 'green');
      await clickInToast(session, tab, 'Highlight in blue');
      await waitForDrawn(session, tab, 'blue: window');
      await tab.page.reload();
      await session.report(tab);
      await waitForDrawn(session, tab, 'blue: window');

      await clickHighlight(session, tab, 'blue');
      await clickInToast(session, tab, 'Note');
      await waitFor('the popup with the field', () => session.extension.hasFocusOn('highlight=', 'textarea'));
      await session.extension.closePopups();
      await clickHighlight(session, tab, 'blue');
      // One click may be meant for something of the page's.
      await clickInToast(session, tab, 'Delete');
      await clickInToast(session, tab, 'Press again to delete');
      await waitForDrawn(session, tab);
      await waitForToast(session, tab, 'Highlight deleted');
      await clickInToast(session, tab, 'Undo');
      await waitForDrawn(session, tab, 'blue: window');
      await tab.page.close();
    },
  );

  itLong('a page can neither press our buttons nor highlight by events of its own making', async () => {
    const tab = await visit(LIGHT);
    await waitForDrawn(session, tab, 'blue: window');
    await selectByHand(tab, 'lighthouse');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const [box] = await session.extension.readBoxesOverPage(tab.id);
    await tab.page.evaluate((mark) => {
      for (const host of document.documentElement.children) {
        if (host instanceof HTMLElement && host.popover === 'manual') host.click();
      }
      getSelection()?.removeAllRanges();
      const place = { clientX: (mark?.left ?? 0) - scrollX + 3, clientY: (mark?.top ?? 0) - scrollY + 3 };
      document
        .elementFromPoint(place.clientX, place.clientY)
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...place }));
    }, box);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await session.extension.readWordOverPage(tab.id)).not.toContain('Delete');
    expect(await drawnIn(session, tab)).toEqual(['blue: window']);
    await tab.page.close();
  });

  it('a page can’t tell which words are highlighted', async () => {
    const tab = await visit(GAUGE);
    await waitForDrawn(session, tab, BY_KEY);
    const seen = await tab.page.evaluate(() => ({
      ranges: [...CSS.highlights].flatMap(([name, marks]) => [...marks].map((range) => `${name}: ${range}`)),
      hosts: [...document.documentElement.children]
        .filter((element) => !/^(?:HEAD|BODY)$/.test(element.nodeName))
        .map((host) => [host.textContent, host.shadowRoot, host.scrollHeight, host.getClientRects().length]),
      marked: document.querySelectorAll('mark, [data-colour]').length,
    }));
    expect(seen).toEqual({ ranges: [], hosts: [['', null, 0, 0]], marked: 0 });
    await tab.page.close();
  });
});
