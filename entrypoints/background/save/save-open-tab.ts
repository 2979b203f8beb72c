import type { SaveOutcome } from '../../../utils/messaging/protocol.ts';
import { browser, type Tabs } from '../../../utils/platform/browser.ts';
import { hasAccessEverywhere } from '../../../utils/platform/site-access.ts';
import { askGate, treatAsArticle } from '../article-tabs.ts';
import { findTabOfSite } from './find-tab.ts';
import { refuse, type SaveOptions, saveLink, saveTab } from './save.ts';

/**
 * Of a tab that the browser has put to sleep only the address is there: what is behind it is saved, and the tab sleeps
 * on. Another tab of the same site has the login that it would be shown with.
 */
async function saveAsleep({ url, incognito }: Tabs.Tab, replacesId: string | null): Promise<SaveOutcome> {
  if (incognito) return refuse('private');
  if (url === undefined) return refuse('noAccess');
  const outcome = await saveLink(url, null, await findTabOfSite(url), replacesId !== null, replacesId);
  return !outcome.ok && outcome.code === 'linkNoArticle' ? refuse('noArticle') : outcome;
}

/**
 * Saves the article in a tab; where none of our scripts is there yet, they are put there first.
 *
 * @param isMeant the user points at this very page: it is read although the gate takes it for no article, and what text
 *   there is is kept
 * @param asked what else the user has said, see `saveTab`: whose saved text is to be replaced, for one
 */
export async function saveOpenTab(
  tabId: number,
  isMeant: boolean,
  asked: SaveOptions = {},
): Promise<SaveOutcome> {
  const options = { ...asked, confirmNoArticle: isMeant };
  // Of one that was closed meanwhile `saveTab` says what there is to say.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (tab?.discarded === true) return saveAsleep(tab, asked.replacesId ?? null);
  const outcome = await saveTab(tabId, options);
  if (outcome.ok || outcome.code !== 'noAccess') return outcome;
  const answer = await askGate(tabId);
  // The user let us in everywhere: it is the page that isn't there, or the browser that keeps it.
  if (answer === null) return (await hasAccessEverywhere()) ? refuse('notLoaded') : outcome;
  if (!isMeant && !answer.verdict.isArticle) return refuse('noArticle');
  const { ok } = await treatAsArticle(tabId);
  return ok ? saveTab(tabId, options) : outcome;
}
