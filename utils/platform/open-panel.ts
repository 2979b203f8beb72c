import { sidebarHere } from './optional-apis.ts';

interface ChromiumSidePanel {
  open(options: { windowId: number }): Promise<void>;
}

/**
 * Opens the side panel of a window. Both browsers allow it only inside the user's own action: call this
 * before any `await` of the handler.
 *
 * @param windowId the window, as the handler was given it
 */
export function openPanel(windowId: number): Promise<void> {
  const sidePanel = (globalThis as { chrome?: { sidePanel?: ChromiumSidePanel } }).chrome?.sidePanel;
  if (sidePanel !== undefined) return sidePanel.open({ windowId });
  return sidebarHere()?.open() ?? Promise.resolve();
}
