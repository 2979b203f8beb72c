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

const chromiumApis = (): Chromium => (globalThis as { chrome?: Chromium }).chrome ?? {};

/** Whether the browser has a side panel. False on phones, where it is replaced by a tab. */
export const hasPanel = (): boolean => chromiumApis().sidePanel !== undefined || sidebarApi() !== undefined;

/**
 * Opens the quotes of a tab in the side panel, or in a new tab if there is no panel. Must be called inside a user gesture,
 * before any `await`, since browsers open the panel only then.
 */
export function openPanelOfTab({ id, windowId }: TabInfo): Promise<unknown> {
  const open = chromiumApis().sidePanel?.open({ windowId }) ?? sidebarApi()?.open();
  return open ?? browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html?tab=${id}`) });
}

/** The fragment of a panel's URL that identifies its window. */
const windowFragment = (windowId: number): string => `#window-${windowId}`;

/** Called in the side panel: adds the id of its window to its URL, because Chromium lists panels only by their URLs. */
export async function markPanelWindow(): Promise<void> {
  if (chromiumApis().sidePanel === undefined) return;
  const { id } = (await windowsApi()?.getCurrent()) ?? {};
  if (id !== undefined) history.replaceState(history.state, '', windowFragment(id));
}

/**
 * Opens the side panel of a window, or closes it if it is open. Must be called inside a user gesture, before any `await`.
 * In Chromium before 141, which can't close the panel, it stays open.
 *
 * @param windowId the window, as passed to the event handler
 */
export async function togglePanel(windowId: number): Promise<void> {
  const { sidePanel, runtime } = chromiumApis();
  if (sidePanel === undefined || runtime === undefined) return sidebarApi()?.toggle();
  // Once the result is awaited, the browser no longer allows opening the panel. Therefore, open it without waiting, which
  // has no effect if it is already open.
  const openPanels = runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  const opening = sidePanel.open({ windowId });
  const [panelsResult, openResult] = await Promise.allSettled([openPanels, opening]);
  const wasOpen =
    panelsResult.status === 'fulfilled' &&
    panelsResult.value.some(({ documentUrl }) => documentUrl?.endsWith(windowFragment(windowId)));
  if (wasOpen && sidePanel.close !== undefined) return sidePanel.close({ windowId });
  if (openResult.status === 'rejected' && !wasOpen) throw openResult.reason;
}
