import type { SaveOutcome } from '../../utils/messaging/protocol.ts';
import { browser } from '../../utils/platform/browser.ts';
import { askGate, treatAsArticle } from './article-tabs.ts';
import { showSavedBadge } from './badge.ts';
import { saveLink, saveTab } from './save.ts';

/** How long a sign of failure stays on the toolbar button, in ms. */
const SIGN_MS = 6000;

/** How long the assistant may take to read a page that it was just put into, in ms, and how often we look. */
const READING_MS = 4000;
const LOOK_MS = 100;

/** Saving from a key or a menu has no window of its own to speak in: the toolbar button says how it went. */
async function tell(outcome: SaveOutcome, tabId: number | null): Promise<void> {
  if (tabId === null) return;
  if (outcome.ok) {
    await browser.action.setTitle({ tabId, title: browser.i18n.getMessage('toolbarSaved') });
    return;
  }
  await browser.action.setBadgeText({ tabId, text: '!' });
  await browser.action.setTitle({ tabId, title: outcome.message });
  setTimeout(() => {
    browser.action.setBadgeText({ tabId, text: '' }).catch((error: unknown) => {
      // The tab may be closed by now; its badge went with it.
      console.warn('offprint: badge not cleared', error);
    });
  }, SIGN_MS);
}

/** Saves the article in a tab, putting the assistant there first where it is not yet. */
export async function saveTabAndTell(tabId: number): Promise<void> {
  let outcome = await saveTab(tabId, {});
  if (!outcome.ok && outcome.code === 'noAccess') {
    await askGate(tabId);
    const put = await treatAsArticle(tabId);
    const deadline = Date.now() + READING_MS;
    while (put.ok && !outcome.ok && outcome.code !== 'private' && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      outcome = await saveTab(tabId, {});
    }
  }
  await tell(outcome, tabId);
  if (outcome.ok) await showSavedBadge(tabId, outcome.url);
}

/** Saves the page behind a link; `tabId` is where the reader stands: a private window's links are not saved silently. */
export async function saveLinkAndTell(url: string, tabId: number | null): Promise<void> {
  await tell(await saveLink(url, tabId), tabId);
}
