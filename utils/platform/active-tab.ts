import { browser, type Tabs } from './browser.ts';
import { windowsApi } from './optional-apis.ts';

/** The properties of a tab that our pages use. `url` and `title` are `''` if the browser withholds them. */
export interface TabInfo {
  id: number;
  windowId: number;
  url: string;
  title: string;
  /** True in a private window. */
  isPrivate: boolean;
}

function toTabInfo(tab: Tabs.Tab | undefined): TabInfo | null {
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  return {
    id: tab.id,
    windowId: tab.windowId,
    url: tab.url ?? '',
    title: tab.title ?? '',
    isPrivate: tab.incognito,
  };
}

/** Finds a tab by its id; null if it is closed. */
export async function findTab(tabId: number): Promise<TabInfo | null> {
  try {
    return toTabInfo(await browser.tabs.get(tabId));
  } catch (error) {
    // The tab has been closed. Both browsers reject with a plain Error.
    console.warn(`offprint: no tab ${tabId}`, error);
    return null;
  }
}

/** Switches to a tab within its window. */
export async function activateTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
}

/** Finds the active tab of this window; null if the browser reports none. */
export async function findActiveTab(): Promise<TabInfo | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return toTabInfo(tab);
}

/**
 * Counts all tabs of a window (`all`) and those selected in its tab strip (`chosen`), which include the active tab.
 *
 * @param tabId a tab of the window; null for this window
 */
export async function countTabs(tabId: number | null): Promise<{ all: number; chosen: number }> {
  const windowId = tabId === null ? undefined : (await findTab(tabId))?.windowId;
  const tabs = await browser.tabs.query(windowId === undefined ? { currentWindow: true } : { windowId });
  return { all: tabs.length, chosen: tabs.filter(({ highlighted }) => highlighted).length };
}

/**
 * Calls `listener` when the user switches to another tab of this window, and when any tab navigates or finishes loading.
 *
 * @param listener receives the id of the tab, and whether the user switched to it
 * @param signal removes the listeners
 */
export function watchTabs(listener: (tabId: number, isSwitch: boolean) => void, signal: AbortSignal): void {
  let windowId: number | undefined;
  windowsApi()
    ?.getCurrent()
    .then((window) => {
      windowId = window.id;
    })
    .catch((error: unknown) => console.warn('offprint: no window', error));
  const onActivated = (info: Tabs.OnActivatedActiveInfoType): void => {
    if (windowId === undefined || info.windowId === windowId) listener(info.tabId, true);
  };
  const onUpdated = (tabId: number, change: Tabs.OnUpdatedChangeInfoType): void => {
    if (change.url !== undefined || change.status === 'complete') listener(tabId, false);
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
  });
}
