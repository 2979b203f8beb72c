import type { SaveOutcome, WindowOutcome } from '../../../utils/messaging/protocol.ts';
import { announce } from '../../../utils/messaging/tab-side.ts';
import { browser, type Tabs } from '../../../utils/platform/browser.ts';
import { hasAccessEverywhere } from '../../../utils/platform/site-access.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { showSavedBadge } from '../badge.ts';
import { showStatus, showWork, tabInFront } from '../status-badge.ts';
import { refuse } from './save.ts';
import { saveTabAndTell } from './save-and-tell.ts';
import { saveOpenTab } from './save-open-tab.ts';

/** How many tabs that were not saved the toolbar button names. */
const NAMED = 3;

/**
 * Saves every article that is open in a window, one after the other. Those of private windows are not saved.
 *
 * @param chosen only those of the tabs that are chosen in the tab strip
 */
export async function saveWindow(windowId: number, chosen = false): Promise<WindowOutcome> {
  const sum: WindowOutcome = { saved: 0, notArticles: 0, failed: [] };
  // The browser tells us addresses only of pages we may read: with access everywhere, the others are its own.
  const seesAll = await hasAccessEverywhere();
  const tabs = await browser.tabs.query(chosen ? { windowId, highlighted: true } : { windowId });
  for (const [done, tab] of tabs.entries()) {
    const { id } = tab;
    announce('window/progress', { tabId: null, windowId, done, total: tabs.length });
    if (id === undefined) continue;
    const isWebPage = tab.url === undefined ? !seesAll : /^https?:/.test(tab.url);
    const outcome: SaveOutcome = isWebPage ? await saveOpenTab(id, false) : refuse('noArticle');
    if (outcome.ok) {
      sum.saved += 1;
      await showSavedBadge(id, outcome.url);
    } else if (outcome.code === 'noArticle') sum.notArticles += 1;
    else sum.failed.push({ title: tab.title || (tab.url ?? ''), reason: outcome.message });
  }
  return sum;
}

/** The same from a menu or a key, where only the toolbar button can say how it went. */
export async function saveWindowAndTell(windowId: number, chosen = false): Promise<void> {
  const before = await tabInFront(windowId);
  if (before !== null) await showWork(before);
  const { saved, notArticles, failed } = await saveWindow(windowId, chosen);
  const isBad = failed.length > 0;
  const amounts = [saved, notArticles, failed.length].map(String);
  const named = failed.slice(0, NAMED).map(({ title, reason }) => `${title}: ${reason}`);
  const title = [readMessage('toolbarWindowSaved', amounts), ...named].join('\n');
  const badge = isBad || saved === 0 ? '!' : `+${saved}`;
  // The user may have gone to another tab meanwhile.
  const now = await tabInFront(windowId);
  for (const tabId of new Set([before, now])) {
    if (tabId !== null) await showStatus(tabId, { badge, title, isBad });
  }
}

/**
 * Saves the tab that a key or a menu speaks of: where it is one of several that are chosen in the tab strip, all of
 * them are meant.
 */
export async function saveChosenAndTell({ id, windowId }: Tabs.Tab): Promise<void> {
  if (id === undefined) return;
  const chosen = windowId === undefined ? [] : await browser.tabs.query({ windowId, highlighted: true });
  if (windowId !== undefined && chosen.length > 1 && chosen.some((tab) => tab.id === id)) {
    return saveWindowAndTell(windowId, true);
  }
  return saveTabAndTell(id, windowId);
}
