import type { SaveOutcome } from '../../../utils/messaging/protocol.ts';
import { browser, type Tabs } from '../../../utils/platform/browser.ts';
import { hasFullAccess } from '../../../utils/platform/site-access.ts';
import { askGate } from '../article-tabs.ts';
import { injectAssistant } from '../inject.ts';
import { findTabOfSite } from './fetch-page.ts';
import { type SaveOptions, saveFailure, saveLink, saveTab } from './save.ts';

/**
 * Saves a discarded tab by fetching its address, if possible through another tab of the same site, which has the user's
 * login.
 */
async function saveDiscardedTab({ url, incognito }: Tabs.Tab, options: SaveOptions): Promise<SaveOutcome> {
  if (incognito) return saveFailure('private');
  if (url === undefined) return saveFailure('noAccess');
  const outcome = await saveLink(url, null, await findTabOfSite(url), options);
  return !outcome.ok && outcome.code === 'linkNoArticle' ? saveFailure('noArticle') : outcome;
}

/**
 * Saves the article in a tab, injecting our scripts first if necessary.
 *
 * @param isExplicit whether the user chose this page, so that its text is saved even if it is not an article
 * @param saveOptions see `saveTab`
 */
export async function saveOpenTab(
  tabId: number,
  isExplicit: boolean,
  saveOptions: SaveOptions = {},
): Promise<SaveOutcome> {
  const options = { ...saveOptions, confirmNoArticle: isExplicit };
  // If the tab was closed, `saveTab` reports that.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab?.discarded === true) return saveDiscardedTab(tab, options);
  const outcome = await saveTab(tabId, options);
  if (outcome.ok || outcome.code !== 'noAccess') return outcome;
  const answer = await askGate(tabId);
  // With access to all sites, the reason is that the page has not loaded or the browser excludes extensions from it.
  if (answer === null) return (await hasFullAccess()) ? saveFailure('notLoaded') : outcome;
  if (!isExplicit && !answer.verdict.isArticle) return saveFailure('noArticle');
  // Without an assistant, the second try fails like the first.
  await injectAssistant(tabId).catch((error: unknown) => console.warn('offprint: no assistant', error));
  return saveTab(tabId, options);
}
