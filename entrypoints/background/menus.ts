import { browser } from '../../utils/platform/browser.ts';
import { openLibrary } from '../../utils/platform/open-page.ts';
import { saveLinkAndTell, saveTabAndTell } from './save-and-tell.ts';
import { saveWindowAndTell } from './save-window.ts';

const SAVE_PAGE = 'save-page';
const SAVE_LINK = 'save-link';
const OPEN_LIBRARY = 'open-library';
const SAVE_WINDOW = 'save-window';

/** The context menu. Made at installation; the browser keeps it while the worker sleeps. */
export function setUpMenus(): void {
  browser.runtime.onInstalled.addListener(() => {
    const patterns = ['http://*/*', 'https://*/*'];
    const title = (key: string): string => browser.i18n.getMessage(key);
    browser.contextMenus.removeAll().then(() => {
      browser.contextMenus.create({
        id: SAVE_PAGE,
        title: title('menuSavePage'),
        contexts: ['page', 'selection', 'image'],
        documentUrlPatterns: patterns,
      });
      browser.contextMenus.create({
        id: SAVE_LINK,
        title: title('menuSaveLink'),
        contexts: ['link'],
        targetUrlPatterns: patterns,
      });
      browser.contextMenus.create({
        id: SAVE_WINDOW,
        title: title('menuSaveWindow'),
        contexts: ['action', 'page'],
        documentUrlPatterns: patterns,
      });
      browser.contextMenus.create({
        id: OPEN_LIBRARY,
        title: title('menuOpenLibrary'),
        contexts: ['action'],
      });
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === SAVE_LINK && info.linkUrl !== undefined) {
      return saveLinkAndTell(info.linkUrl, tab?.id ?? null);
    }
    if (info.menuItemId === SAVE_PAGE && tab?.id !== undefined) return saveTabAndTell(tab.id);
    if (info.menuItemId === SAVE_WINDOW && tab?.windowId !== undefined) {
      return saveWindowAndTell(tab.windowId);
    }
    if (info.menuItemId === OPEN_LIBRARY) return openLibrary();
    return undefined;
  });
}
