import type { SaveOutcome, WindowOutcome } from '../../utils/messaging/protocol.ts';
import { announce } from '../../utils/messaging/tab-side.ts';
import { browser, type Tabs } from '../../utils/platform/browser.ts';
import { hasAccessEverywhere } from '../../utils/platform/site-access.ts';
import { askGate, treatAsArticle } from './article-tabs.ts';
import { showSavedBadge } from './badge.ts';
import { saveTab } from './save.ts';
import { saveTabAndTell } from './save-and-tell.ts';

/** How long an assistant that was just put into a tab may take to read it, in ms, and how often we look. */
const READING_MS = 4000;
const LOOK_MS = 100;

/** How long the sum stays on the toolbar button, in ms. */
const SIGN_MS = 8000;

/** Saves a tab where it shows an article; a tab that has none of our scripts yet gets them first. */
async function saveArticleTab(tabId: number): Promise<SaveOutcome> {
  let outcome = await saveTab(tabId, {});
  if (outcome.ok || outcome.code !== 'noAccess') return outcome;
  const answer = await askGate(tabId);
  if (answer === null) return outcome;
  if (!answer.verdict.isArticle) return { ok: false, code: 'noArticle', message: '' };
  const { ok } = await treatAsArticle(tabId);
  const deadline = Date.now() + READING_MS;
  while (ok && !outcome.ok && outcome.code !== 'private' && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    outcome = await saveTab(tabId, {});
  }
  return outcome;
}

/**
 * Saves every article that is open in a window, one after the other. Tabs that the browser has put to sleep are not
 * woken, those of private windows not saved; both count as not saved.
 *
 * @param chosen only those of the tabs that are chosen in the tab strip
 */
export async function saveWindow(windowId: number, chosen = false): Promise<WindowOutcome> {
  const sum: WindowOutcome = { saved: 0, notArticles: 0, failed: 0 };
  // The browser tells us addresses only of pages we may read: with access everywhere, the others are its own.
  const seesAll = await hasAccessEverywhere();
  const tabs = await browser.tabs.query(chosen ? { windowId, highlighted: true } : { windowId });
  for (const [done, tab] of tabs.entries()) {
    const { id } = tab;
    announce('window/progress', { tabId: null, windowId, done, total: tabs.length });
    if (id === undefined) continue;
    const isAsleep = tab.discarded === true;
    const outcome: SaveOutcome = isAsleep
      ? { ok: false, code: 'noAccess', message: '' }
      : await saveArticleTab(id);
    if (outcome.ok) {
      sum.saved += 1;
      await showSavedBadge(id, outcome.url);
      continue;
    }
    const isWebPage = tab.url === undefined ? !seesAll : /^https?:/.test(tab.url);
    if (outcome.code === 'noArticle' || !isWebPage) sum.notArticles += 1;
    else sum.failed += 1;
  }
  return sum;
}

/** The same from a menu or a key, where only the toolbar button can say how it went. */
export async function saveWindowAndTell(windowId: number, chosen = false): Promise<void> {
  const { saved, notArticles, failed } = await saveWindow(windowId, chosen);
  const title = browser.i18n.getMessage('toolbarWindowSaved', [`${saved}`, `${notArticles}`, `${failed}`]);
  await browser.action.setTitle({ title });
  await browser.action.setBadgeText({ text: `${saved}` });
  setTimeout(() => {
    Promise.all([browser.action.setTitle({ title: '' }), browser.action.setBadgeText({ text: '' })]).catch(
      (error: unknown) => console.warn('offprint: badge not cleared', error),
    );
  }, SIGN_MS);
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
  return saveTabAndTell(id);
}
