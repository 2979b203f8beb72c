import type { TabInfo } from '../../utils/platform/active-tab.ts';
import { browser } from '../../utils/platform/browser.ts';
import { openPanel } from '../../utils/platform/open-panel.ts';
import { sidebarApi } from '../../utils/platform/optional-apis.ts';

/** False on a phone: what would be in the panel, and the popup, then stand in a tab of their own, over the article's. */
export function hasPanel(): boolean {
  return (
    (globalThis as { chrome?: { sidePanel?: unknown } }).chrome?.sidePanel !== undefined ||
    sidebarApi() !== undefined
  );
}

/**
 * Opens the quotes of a tab in the side panel, or in a tab where the browser has no panel, as on Android.
 * Call it inside the user's action, before any `await`: the browser allows it only there.
 */
export function openPanelOfTab(tab: TabInfo): Promise<unknown> {
  if (hasPanel()) return openPanel(tab.windowId);
  return browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html?tab=${tab.id}`) });
}
