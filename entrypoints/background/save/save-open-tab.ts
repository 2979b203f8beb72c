import type { SaveOutcome } from '../../../utils/messaging/protocol.ts';
import { browser, type Tabs } from '../../../utils/platform/browser.ts';
import { hasFullAccess } from '../../../utils/platform/site-access.ts';
import { askGate } from '../article-tabs.ts';
import { injectAssistant } from '../inject.ts';
import { findTabOfSite } from './fetch-page.ts';
import { type BeforeReplace, type SaveOptions, saveFailure, saveLink, saveTab } from './save.ts';

/**
 * Saves a discarded tab, of which only the address is known, by fetching the address. Another tab of the same site has the
 * login that it would be shown with.
 */
async function saveAsleep(
  { url, incognito }: Tabs.Tab,
  beforeReplace: BeforeReplace | null,
): Promise<SaveOutcome> {
  if (incognito) return saveFailure('private');
  if (url === undefined) return saveFailure('noAccess');
  const outcome = await saveLink(url, null, await findTabOfSite(url), beforeReplace);
  return !outcome.ok && outcome.code === 'linkNoArticle' ? saveFailure('noArticle') : outcome;
}

/**
 * Saves the article in a tab, injecting our scripts first if necessary.
 *
 * @param isMeant the user chose this very page: it is read although the gate takes it for no article, and any text in it
 *   is saved
 * @param asked what else the user confirmed, see `saveTab`
 */
export async function saveOpenTab(
  tabId: number,
  isMeant: boolean,
  asked: SaveOptions = {},
  beforeReplace: BeforeReplace | null = null,
): Promise<SaveOutcome> {
  const options = { ...asked, confirmNoArticle: isMeant };
  // If it was closed meanwhile, `saveTab` reports that.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab?.discarded === true) return saveAsleep(tab, beforeReplace);
  const outcome = await saveTab(tabId, options, beforeReplace);
  if (outcome.ok || outcome.code !== 'noAccess') return outcome;
  const answer = await askGate(tabId);
  // With access everywhere, the page has not loaded or the browser blocks extensions there.
  if (answer === null) return (await hasFullAccess()) ? saveFailure('notLoaded') : outcome;
  if (!isMeant && !answer.verdict.isArticle) return saveFailure('noArticle');
  // Without an assistant, the second try fails like the first.
  await injectAssistant(tabId).catch((error: unknown) => console.warn('offprint: no assistant', error));
  return saveTab(tabId, options, beforeReplace);
}
