/**
 * The extension's lines in the browser's own context menus. Firefox's menus are opened and chosen from, as a user
 * does. Chromium's can't be reached without a screen: there the event is fired in the worker that a choice would
 * fire, with what the browser tells of the place, after looking that the line is in the menu.
 */
import { inChromiumWorker } from './browser-controls.ts';
import { inFirefoxWindow } from './firefox-window.ts';
import type { Session, Tab } from './session.ts';
import { waitFor } from './wait-for.ts';

/** Lines of `entrypoints/background/menus.ts`, and the keys of their words. */
const LINES = {
  highlight: 'highlight',
  'save-page': 'menuSavePage',
  'save-link': 'menuSaveLink',
  'save-window': 'menuSaveWindow',
  'open-library': 'menuOpenLibrary',
} as const;
type Line = keyof typeof LINES;

/** How long a menu of the browser may take to open, in ms, before it is opened once more. */
const MENU_MS = 5000;
const MOST_TRIES = 3;

/**
 * Chooses a line of a menu of Firefox's window; our lines may be in a menu below it. Firefox closes a menu when its
 * window loses the focus, and a page may move under the pointer, so that the menu is that of something else. On a busy
 * machine either happens between two steps: it is opened again then.
 *
 * @param open opens the menu
 */
async function chooseInFirefox(
  session: Session,
  menuId: string,
  line: Line,
  open: () => Promise<unknown>,
): Promise<void> {
  let words: string | null = null;
  for (let tries = 1; tries <= MOST_TRIES && !words; tries++) {
    await open();
    const isOpen = (): Promise<boolean> =>
      inFirefoxWindow<boolean>(session, `document.getElementById('${menuId}').state === 'open'`);
    words = await waitFor('the context menu', isOpen, MENU_MS)
      .then(() => chooseOnce(session, menuId, line))
      .catch((error: unknown) => {
        if (tries === MOST_TRIES) throw error;
        return null;
      });
  }
  if (words === null) throw new Error('the context menu closed each time');
  const expected = await session.extension.message(LINES[line]);
  if (words !== expected) throw new Error(`the menu has “${words}” in the place of “${expected}”`);
}

/** @returns the words of the line, none where it is not in the menu, which is closed then, and null where that has closed itself */
function chooseOnce(session: Session, menuId: string, line: Line): Promise<string | null> {
  return inFirefoxWindow<string | null>(
    session,
    `(async () => {
      const menu = document.getElementById('${menuId}');
      const item = menu.querySelector('[id*="offprint"][id*="${line}"]');
      if (menu.state !== 'open') return null;
      if (item === null || item.hidden) {
        menu.hidePopup();
        return '';
      }
      const { label, parentNode: list } = item;
      if (list !== menu) {
        const shown = new Promise((resolve) => {
          list.addEventListener('popupshown', () => resolve(true), { once: true });
          setTimeout(resolve, ${MENU_MS}, false);
        });
        list.parentNode.openMenu(true);
        if (!(await shown)) {
          menu.hidePopup();
          return null;
        }
      }
      list.activateItem(item);
      return label;
    })()`,
  );
}

/** What Chromium tells of the place that was clicked. */
function describePlace(tab: Tab, selector: string): Promise<Record<string, string>> {
  return tab.page.$eval(selector, (element) => {
    const link = element.closest('a')?.href;
    const selection = getSelection()?.toString() ?? '';
    return {
      pageUrl: location.href,
      ...(link === undefined ? {} : { linkUrl: link }),
      ...(selection === '' ? {} : { selectionText: selection }),
    };
  });
}

/** Chooses a line in the context menu of something in a page. */
export async function chooseFromMenu(
  session: Session,
  tab: Tab,
  line: Line,
  selector: string,
): Promise<void> {
  const isInFront = (await session.extension.tabs()).some(({ id, active }) => id === tab.id && active);
  // Again, it would be the only one that is selected.
  if (!isInFront) await tab.page.bringToFront();
  if (session.kind === 'chromium') {
    await session.extension.call('contextMenus.update', line, {});
    const place = await describePlace(tab, selector);
    await inChromiumWorker(session, tab, 'contextMenus.onClicked', { menuItemId: line, ...place });
    return;
  }
  await chooseInFirefox(session, 'contentAreaContextMenu', line, () =>
    tab.page.click(selector, { button: 'right' }),
  );
}

/** Chooses a line in the context menu of a tab in the tab strip: Firefox alone lets an extension in there. */
export async function chooseFromTabMenu(session: Session, tab: Tab, line: Line): Promise<void> {
  const index = (await session.extension.tabs()).find(({ id }) => id === tab.id)?.index;
  const open = (): Promise<unknown> =>
    inFirefoxWindow(
      session,
      `(() => {
        const tab = gBrowser.tabs[${index}];
        const { left, top, width, height } = tab.getBoundingClientRect();
        const place = { clientX: left + width / 2, clientY: top + height / 2 };
        tab.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2, ...place }));
      })()`,
    );
  await chooseInFirefox(session, 'tabContextMenu', line, open);
}
