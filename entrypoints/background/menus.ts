import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser, type Menus } from '../../utils/platform/browser.ts';
import { openLibrary, openReader } from '../../utils/platform/open-page.ts';
import { togglePanel } from '../../utils/platform/open-panel.ts';
import { commandsApi, menusApi } from '../../utils/platform/optional-apis.ts';
import { askGate } from './article-tabs.ts';
import { highlightSelection } from './highlights/make-highlight.ts';
import { findSavedInTab } from './highlights/page-highlights.ts';
import { inject, injectAssistant } from './inject.ts';
import { saveLinkAndReport, saveSelectedTabs, saveWindowAndReport } from './save/save-by-command.ts';

const SAVE_PAGE = 'save-page';
const SAVE_LINK = 'save-link';
const OPEN_LIBRARY = 'open-library';
const HIGHLIGHT = 'highlight';
const SAVE_WINDOW = 'save-window';

const WEB_PAGES = ['http://*/*', 'https://*/*'];

const ITEMS = [
  {
    id: SAVE_PAGE,
    title: 'menuSavePage',
    // Chromium has no extension items in the menu of its tab strip.
    contexts: ['page', 'selection', 'image', ...(import.meta.env.FIREFOX ? (['tab'] as const) : [])],
    documentUrlPatterns: WEB_PAGES,
  },
  { id: HIGHLIGHT, title: 'highlight', contexts: ['selection'], documentUrlPatterns: WEB_PAGES },
  { id: SAVE_LINK, title: 'menuSaveLink', contexts: ['link'], targetUrlPatterns: WEB_PAGES },
  { id: SAVE_WINDOW, title: 'menuSaveWindow', contexts: ['action', 'page'], documentUrlPatterns: WEB_PAGES },
  { id: OPEN_LIBRARY, title: 'menuOpenLibrary', contexts: ['action'] },
] satisfies Menus.CreateCreatePropertiesType[];

/** Creates the menu items in the browser's language. */
async function createMenus(menus: NonNullable<ReturnType<typeof menusApi>>): Promise<void> {
  await menus.removeAll();
  for (const item of ITEMS) menus.create({ ...item, title: browser.i18n.getMessage(item.title) });
}

/**
 * Sets up the context menu. The browser keeps the items across restarts. They are nevertheless recreated at each start of
 * the browser, because its language may have changed.
 */
export function setUpMenus(): void {
  const menus = menusApi();
  if (menus === undefined) return;
  let lastRun = Promise.resolve();
  // Run in sequence, because an update during the browser's start triggers both events.
  const recreate = (): void => {
    lastRun = lastRun
      .then(() => createMenus(menus))
      .catch((error: unknown) => console.error('offprint: no menu', error));
  };
  browser.runtime.onInstalled.addListener(recreate);
  browser.runtime.onStartup.addListener(recreate);
  menus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === SAVE_LINK && info.linkUrl !== undefined) {
      return saveLinkAndReport(info.linkUrl, tab?.id);
    }
    if (info.menuItemId === HIGHLIGHT && tab?.id !== undefined) return highlightSelection(tab.id);
    if (info.menuItemId === SAVE_PAGE && tab !== undefined) return saveSelectedTabs(tab);
    if (info.menuItemId === SAVE_WINDOW && tab?.windowId !== undefined) {
      return saveWindowAndReport(tab.windowId);
    }
    if (info.menuItemId === OPEN_LIBRARY) return openLibrary();
    return undefined;
  });
}

/** Opens a tab's article in the reader; if it is saved, the saved copy. */
async function openInReader(tabId: number): Promise<void> {
  // If the gate has not classified the page as an article, or pages are read on request only, inject our scripts first.
  await sendToTab(tabId, 'page/report', { html: false }).catch(async (error: unknown) => {
    if (error instanceof NoReceiverError && (await askGate(tabId)) !== null) await injectAssistant(tabId);
  });
  const saved = await findSavedInTab(tabId).catch((error: unknown) => {
    console.warn('offprint: the page did not say what it shows', error);
    return null;
  });
  if (saved !== null) return openReader(saved.id);
  await browser.tabs.create({ url: browser.runtime.getURL(`/reader.html?tab=${tabId}`) });
}

/** Handles the keyboard commands of the manifest, if the browser supports commands. */
export function setUpCommands(): void {
  commandsApi()?.onCommand.addListener((command, tab) => {
    // Must be called synchronously, because the browser opens a panel only while it handles the key press.
    if (command === 'toggle-panel' && tab?.windowId !== undefined) return togglePanel(tab.windowId);
    if (command === 'save-page' && tab !== undefined) return saveSelectedTabs(tab);
    if (command === 'read-page' && tab?.id !== undefined) return openInReader(tab.id);
    if (command === 'highlight' && tab?.id !== undefined) return highlightSelection(tab.id);
    if (command === 'hide-something' && tab?.id !== undefined) return inject(tab.id, '/picker.js');
    if (command === 'save-window' && tab?.windowId !== undefined) return saveWindowAndReport(tab.windowId);
    if (command === 'open-library') return openLibrary();
    return undefined;
  });
}
