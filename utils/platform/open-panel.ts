import { sidebarHere, windowsHere } from './optional-apis.ts';

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

/**
 * Opens the side panel of a window. Both browsers allow it only inside the user's own action: call this
 * before any `await` of the handler.
 *
 * @param windowId the window, as the handler was given it
 */
export function openPanel(windowId: number): Promise<void> {
  const { sidePanel } = chromium();
  if (sidePanel !== undefined) return sidePanel.open({ windowId });
  return sidebarHere()?.open() ?? Promise.resolve();
}

/** What a panel has in its address, so that it can be told which window's it is. */
const markOf = (windowId: number): string => `#window-${windowId}`;

/** Called in the side panel: notes its window in its address. Chromium lists panels with their addresses only. */
export async function markPanelWindow(): Promise<void> {
  if (chromium().sidePanel === undefined) return;
  const { id } = (await windowsHere()?.getCurrent()) ?? {};
  if (id !== undefined) history.replaceState(history.state, '', markOf(id));
}

/**
 * Opens the side panel of a window, or closes it where it is open. To be called as `openPanel` is. Chromium before 141
 * cannot close it: there it stays open.
 *
 * @param windowId the window, as the handler was given it
 */
export async function togglePanel(windowId: number): Promise<void> {
  const { sidePanel, runtime } = chromium();
  if (sidePanel === undefined || runtime === undefined) return sidebarHere()?.toggle();
  // Whether it is open is told too late to open it then. So it is asked first and opened without waiting, which does
  // nothing to a panel that is open.
  const asked = runtime.getContexts({ contextTypes: ['SIDE_PANEL'] });
  const opened = sidePanel.open({ windowId });
  const [panels, opening] = await Promise.allSettled([asked, opened]);
  const wasOpen =
    panels.status === 'fulfilled' &&
    panels.value.some(({ documentUrl }) => documentUrl?.endsWith(markOf(windowId)));
  if (wasOpen && sidePanel.close !== undefined) return sidePanel.close({ windowId });
  if (opening.status === 'rejected' && !wasOpen) throw opening.reason;
}
