import type { TabInfo } from '../../utils/platform/active-tab.ts';
import { browser } from '../../utils/platform/browser.ts';
import { openPanel } from '../../utils/platform/open-panel.ts';
import { sidebarApi } from '../../utils/platform/optional-apis.ts';

/** False on a phone, where panel and popup are tabs of their own. */
export function hasPanel(): boolean {
  return (
    (globalThis as { chrome?: { sidePanel?: unknown } }).chrome?.sidePanel !== undefined ||
    sidebarApi() !== undefined
  );
}

/**
 * Opens the quotes of a tab in the side panel, or in a tab if the browser has no panel, as on Android. Call it
 * synchronously in a user action, as the browser requires.
 */
export function openPanelOfTab(tab: TabInfo): Promise<unknown> {
  if (hasPanel()) return openPanel(tab.windowId);
  return browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html?tab=${tab.id}`) });
}
