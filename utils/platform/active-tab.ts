import { browser, type Tabs } from './browser.ts';
import { windowsApi } from './optional-apis.ts';

/** A tab as our screens need it. `url` and `title` are `''` if the browser withholds them. */
export interface TabInfo {
  id: number;
  windowId: number;
  url: string;
  title: string;
  /** In a private window. */
  isPrivate: boolean;
}

function describeTab(tab: Tabs.Tab | undefined): TabInfo | null {
  if (tab?.id === undefined || tab.windowId === undefined) return null;
  return {
    id: tab.id,
    windowId: tab.windowId,
    url: tab.url ?? '',
    title: tab.title ?? '',
    isPrivate: tab.incognito,
  };
}

/** A tab by its id; null if it is closed. */
export async function findTab(tabId: number): Promise<TabInfo | null> {
  try {
    return describeTab(await browser.tabs.get(tabId));
  } catch (error) {
    // Closed meanwhile: both browsers reject with a plain Error.
    console.warn(`offprint: no tab ${tabId}`, error);
    return null;
  }
}

/** Brings a tab to the front of its window. */
export async function activateTab(tabId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
}

/** The active tab of this window. */
export async function findActiveTab(): Promise<TabInfo | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return describeTab(tab);
}

/**
 * Counts the tabs of a window, and those selected in its tab strip, of which the active tab is always one.
 *
 * @param tabId a tab of the window; null for this window
 */
export async function countTabs(tabId: number | null): Promise<{ all: number; chosen: number }> {
  const windowId = tabId === null ? undefined : (await findTab(tabId))?.windowId;
  const tabs = await browser.tabs.query(windowId === undefined ? { currentWindow: true } : { windowId });
  return { all: tabs.length, chosen: tabs.filter(({ highlighted }) => highlighted).length };
}

/**
 * Calls back when the user switches to another tab of this window, and when a tab goes to another address.
 *
 * @param listener receives the id of the tab to read again
 * @param signal ends the watch
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
