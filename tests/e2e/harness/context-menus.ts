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

/** Chooses a line of the menu that is open in Firefox's window; our lines may be in a menu below it. */
async function chooseInFirefox(session: Session, menuId: string, line: Line): Promise<void> {
  await waitFor('the context menu', () =>
    inFirefoxWindow<boolean>(session, `document.getElementById('${menuId}').state === 'open'`),
  );
  const words = await inFirefoxWindow<string>(
    session,
    `(async () => {
      const menu = document.getElementById('${menuId}');
      const item = menu.querySelector('[id*="offprint"][id*="${line}"]');
      if (item === null || item.hidden) return '';
      const { label, parentNode: list } = item;
      if (list !== menu) {
        const isShown = new Promise((resolve) => list.addEventListener('popupshown', resolve, { once: true }));
        list.parentNode.openMenu(true);
        await isShown;
      }
      list.activateItem(item);
      return label;
    })()`,
  );
  const expected = await session.extension.message(LINES[line]);
  if (words !== expected) throw new Error(`the menu has “${words}” in the place of “${expected}”`);
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
  await tab.page.click(selector, { button: 'right' });
  await chooseInFirefox(session, 'contentAreaContextMenu', line);
}

/** Chooses a line in the context menu of a tab in the tab strip: Firefox alone lets an extension in there. */
export async function chooseFromTabMenu(session: Session, tab: Tab, line: Line): Promise<void> {
  const index = (await session.extension.tabs()).find(({ id }) => id === tab.id)?.index;
  await inFirefoxWindow(
    session,
    `(() => {
      const tab = gBrowser.tabs[${index}];
      const { left, top, width, height } = tab.getBoundingClientRect();
      const place = { clientX: left + width / 2, clientY: top + height / 2 };
      tab.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2, ...place }));
    })()`,
  );
  await chooseInFirefox(session, 'tabContextMenu', line);
}
