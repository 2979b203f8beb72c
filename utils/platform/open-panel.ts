import type { TabInfo } from './active-tab.ts';
import { browser } from './browser.ts';
import { sidebarApi, windowsApi } from './optional-apis.ts';

interface ChromiumSidePanel {
  open(options: { windowId: number }): Promise<void>;
  /** Since Chromium 141. */
  close?(options: { windowId: number }): Promise<void>;
}

interface ChromiumRuntime {
  getContexts(filter: { contextTypes: string[] }): Promise<{ documentUrl?: string }[]>;
}

interface Chromium {
  sidePanel?: ChromiumSidePanel;
  runtime?: ChromiumRuntime;
}

const chromium = (): Chromium => (globalThis as { chrome?: Chromium }).chrome ?? {};

/** False on a phone, where panel and popup are tabs of their own. */
export const hasPanel = (): boolean => chromium().sidePanel !== undefined || sidebarApi() !== undefined;

/**
 * Opens the quotes of a tab in the side panel, or in a tab if there is no panel. Both browsers open the panel only inside
 * the user's action: call it before any `await` of the handler.
 */
export function openPanelOfTab({ id, windowId }: TabInfo): Promise<unknown> {
  const open = chromium().sidePanel?.open({ windowId }) ?? sidebarApi()?.open();
  return open ?? browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html?tab=${id}`) });
}

/** The fragment in a panel's address that identifies its window. */
const fragmentOf = (windowId: number): string => `#window-${windowId}`;

/** Called in the side panel: adds its window to its address, since Chromium lists panels by their addresses only. */
export async function markPanelWindow(): Promise<void> {
  if (chromium().sidePanel === undefined) return;
  const { id } = (await windowsApi()?.getCurrent()) ?? {};
  if (id !== undefined) history.replaceState(history.state, '', fragmentOf(id));
}

/**
 * Opens the side panel of a window, or closes it if it is open. Call it like `openPanelOfTab`. Chromium before 141 can't close
 * the panel, so there it stays open.
 *
 * @param windowId the window, as passed to the handler
 */
export async function togglePanel(windowId: number): Promise<void> {
  const { sidePanel, runtime } = chromium();
  if (sidePanel === undefined || runtime === undefined) return sidebarApi()?.toggle();
  // After waiting for the answer it would be too late to open the panel. So it is opened without waiting, which has no
  // effect on an open panel.
  const asked = runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  const opened = sidePanel.open({ windowId });
  const [panels, opening] = await Promise.allSettled([asked, opened]);
  const wasOpen =
    panels.status === 'fulfilled' &&
    panels.value.some(({ documentUrl }) => documentUrl?.endsWith(fragmentOf(windowId)));
  if (wasOpen && sidePanel.close !== undefined) return sidePanel.close({ windowId });
  if (opening.status === 'rejected' && !wasOpen) throw opening.reason;
}
