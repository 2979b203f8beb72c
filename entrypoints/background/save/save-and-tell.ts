import type { SaveOutcome } from '../../../utils/messaging/protocol.ts';
import type { Tabs } from '../../../utils/platform/browser.ts';
import { readMessage } from '../../../utils/platform/strings.ts';
import { showSavedBadge } from '../badge.ts';
import { showStatus, showWork, tabInFront } from '../status-badge.ts';
import { saveLink } from './save.ts';
import { saveOpenTab } from './save-open-tab.ts';

/**
 * Saving from a key or a menu has no window of its own to speak in: the toolbar button says how it went.
 *
 * @param isElsewhere what was saved is not the page in this tab
 */
async function tell(outcome: SaveOutcome, tabId: number, isElsewhere: boolean): Promise<void> {
  if (outcome.ok) {
    const badge = isElsewhere && !outcome.updated ? '+1' : '✓';
    const lines = [readMessage('toolbarSaved', [outcome.title])];
    if (outcome.isSeparate === true) lines.push(readMessage('savedSeparately'));
    await showStatus(tabId, { badge, title: lines.join('\n') });
  } else {
    const title = readMessage('popupSaveFailed', [outcome.message]);
    await showStatus(tabId, { badge: '!', title, isBad: true });
  }
}

/** Saves the article in a tab, putting the assistant there first where it is not yet. */
export async function saveTabAndTell(tabId: number, windowId: number | undefined): Promise<void> {
  // In Firefox's tab strip the user may mean a tab that is not in front; its own button shows when it is.
  const front = (await tabInFront(windowId)) ?? tabId;
  await showWork(front);
  const outcome = await saveOpenTab(tabId, true);
  if (outcome.ok && front !== tabId) await showSavedBadge(tabId, outcome.url);
  await tell(outcome, front, front !== tabId);
}

/** Saves the page behind a link; `tab` is where the user stands: a private window's links are not saved silently. */
export async function saveLinkAndTell(url: string, tab: Tabs.Tab | undefined): Promise<void> {
  const tabId = tab?.id ?? null;
  if (tabId !== null) await showWork(tabId);
  // What is of the tab's own site is fetched with the login that the user has there, as by a click on the link. Where
  // access is given on click, choosing from the menu was one.
  const outcome = await saveLink(url, tabId, tabId);
  if (tabId !== null) await tell(outcome, tabId, true);
}
