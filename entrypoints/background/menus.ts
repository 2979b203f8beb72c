import { NoReceiverError } from '../../utils/messaging/envelope.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser, type Menus } from '../../utils/platform/browser.ts';
import { openLibrary, openReader } from '../../utils/platform/open-page.ts';
import { togglePanel } from '../../utils/platform/open-panel.ts';
import { commandsApi, menusApi } from '../../utils/platform/optional-apis.ts';
import { askGate } from './article-tabs.ts';
import { highlightSelection } from './highlights/make-highlight.ts';
import { savedInTab } from './highlights/page-highlights.ts';
import { inject, injectAssistant } from './inject.ts';
import { saveLinkAndReport, saveSelectedTabs, saveWindowAndReport } from './save/save-by-command.ts';

const SAVE_PAGE = 'save-page';
const SAVE_LINK = 'save-link';
const OPEN_LIBRARY = 'open-library';
const HIGHLIGHT = 'highlight';
const SAVE_WINDOW = 'save-window';

const PATTERNS = ['http://*/*', 'https://*/*'];

const ITEMS = [
  {
    id: SAVE_PAGE,
    title: 'menuSavePage',
    // Chromium has no extension items in the menu of its tab strip.
    contexts: ['page', 'selection', 'image', ...(import.meta.env.FIREFOX ? (['tab'] as const) : [])],
    documentUrlPatterns: PATTERNS,
  },
  { id: HIGHLIGHT, title: 'highlight', contexts: ['selection'], documentUrlPatterns: PATTERNS },
  { id: SAVE_LINK, title: 'menuSaveLink', contexts: ['link'], targetUrlPatterns: PATTERNS },
  { id: SAVE_WINDOW, title: 'menuSaveWindow', contexts: ['action', 'page'], documentUrlPatterns: PATTERNS },
  { id: OPEN_LIBRARY, title: 'menuOpenLibrary', contexts: ['action'] },
] satisfies Menus.CreateCreatePropertiesType[];

/** Creates the menu items in the browser's language. */
async function makeMenus(menus: NonNullable<ReturnType<typeof menusApi>>): Promise<void> {
  await menus.removeAll();
  for (const item of ITEMS) menus.create({ ...item, title: browser.i18n.getMessage(item.title) });
}

/**
 * Sets up the context menu. The browser keeps the items while the worker sleeps and over restarts; they are recreated at
 * each start, because the browser's language may have changed.
 */
export function setUpMenus(): void {
  const menus = menusApi();
  if (menus === undefined) return;
  let made = Promise.resolve();
  // In sequence: an update at a start triggers both events.
  const make = (): void => {
    made = made
      .then(() => makeMenus(menus))
      .catch((error: unknown) => console.error('offprint: no menu', error));
  };
  browser.runtime.onInstalled.addListener(make);
  browser.runtime.onStartup.addListener(make);
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

/** Opens the article in a tab in the reader, from the library if it is saved. */
async function readPage(tabId: number): Promise<void> {
  // Where the page was not taken for an article, or is read on request only, our scripts are injected first.
  await sendToTab(tabId, 'page/report', { html: false }).catch(async (error: unknown) => {
    if (error instanceof NoReceiverError && (await askGate(tabId)) !== null) await injectAssistant(tabId);
  });
  const saved = await savedInTab(tabId).catch((error: unknown) => {
    console.warn('offprint: the page did not say what it shows', error);
    return null;
  });
  if (saved !== null) return openReader(saved.id);
  await browser.tabs.create({ url: browser.runtime.getURL(`/reader.html?tab=${tabId}`) });
}

/** Handles the keyboard commands of the manifest, where the browser has any. */
export function setUpCommands(): void {
  commandsApi()?.onCommand.addListener((command, tab) => {
    // First and synchronously: the browser opens a panel only during the key press itself.
    if (command === 'toggle-panel' && tab?.windowId !== undefined) return togglePanel(tab.windowId);
    if (command === 'save-page' && tab !== undefined) return saveSelectedTabs(tab);
    if (command === 'read-page' && tab?.id !== undefined) return readPage(tab.id);
    if (command === 'highlight' && tab?.id !== undefined) return highlightSelection(tab.id);
    if (command === 'hide-something' && tab?.id !== undefined) return inject(tab.id, '/picker.js');
    if (command === 'save-window' && tab?.windowId !== undefined) return saveWindowAndReport(tab.windowId);
    if (command === 'open-library') return openLibrary();
    return undefined;
  });
}
