import { browser } from '../../utils/platform/browser.ts';
import { openLibrary } from '../../utils/platform/open-page.ts';
import { menusApi } from '../../utils/platform/optional-apis.ts';
import { highlightSelection } from './highlights/make-highlight.ts';
import { saveLinkAndTell } from './save/save-and-tell.ts';
import { saveChosenAndTell, saveWindowAndTell } from './save/save-window.ts';

const SAVE_PAGE = 'save-page';
const SAVE_LINK = 'save-link';
const OPEN_LIBRARY = 'open-library';
const HIGHLIGHT = 'highlight';
const SAVE_WINDOW = 'save-window';

/** Makes the lines of the menu in the browser's language. */
async function makeMenus(menus: NonNullable<ReturnType<typeof menusApi>>): Promise<void> {
  const patterns = ['http://*/*', 'https://*/*'];
  const title = (key: string): string => browser.i18n.getMessage(key);
  await menus.removeAll();
  menus.create({
    id: SAVE_PAGE,
    title: title('menuSavePage'),
    // Chromium lets nobody into the menu of its tab strip.
    contexts: ['page', 'selection', 'image', ...(import.meta.env.FIREFOX ? (['tab'] as const) : [])],
    documentUrlPatterns: patterns,
  });
  menus.create({
    id: HIGHLIGHT,
    title: title('highlight'),
    contexts: ['selection'],
    documentUrlPatterns: patterns,
  });
  menus.create({
    id: SAVE_LINK,
    title: title('menuSaveLink'),
    contexts: ['link'],
    targetUrlPatterns: patterns,
  });
  menus.create({
    id: SAVE_WINDOW,
    title: title('menuSaveWindow'),
    contexts: ['action', 'page'],
    documentUrlPatterns: patterns,
  });
  menus.create({
    id: OPEN_LIBRARY,
    title: title('menuOpenLibrary'),
    contexts: ['action'],
  });
}

/**
 * The context menu. The browser keeps it while the worker sleeps, and between its starts: it is made anew at each, as
 * the browser may speak another language by then.
 */
export function setUpMenus(): void {
  const menus = menusApi();
  if (menus === undefined) return;
  let made = Promise.resolve();
  // One after the other: an update at a start is both.
  const make = (): void => {
    made = made
      .then(() => makeMenus(menus))
      .catch((error: unknown) => console.error('offprint: no menu', error));
  };
  browser.runtime.onInstalled.addListener(make);
  browser.runtime.onStartup.addListener(make);
  menus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === SAVE_LINK && info.linkUrl !== undefined) {
      return saveLinkAndTell(info.linkUrl, tab?.id);
    }
    if (info.menuItemId === HIGHLIGHT && tab?.id !== undefined) return highlightSelection(tab.id);
    if (info.menuItemId === SAVE_PAGE && tab !== undefined) return saveChosenAndTell(tab);
    if (info.menuItemId === SAVE_WINDOW && tab?.windowId !== undefined) {
      return saveWindowAndTell(tab.windowId);
    }
    if (info.menuItemId === OPEN_LIBRARY) return openLibrary();
    return undefined;
  });
}
