import type { SaveOutcome } from '../../utils/messaging/protocol.ts';
import { hasAccessEverywhere } from '../../utils/platform/site-access.ts';
import { askGate, treatAsArticle } from './article-tabs.ts';
import { refuse, saveTab } from './save.ts';

/**
 * Saves the article in a tab; where none of our scripts is there yet, they are put there first.
 *
 * @param isMeant the reader points at this very page: it is read although the gate takes it for no article
 */
export async function saveOpenTab(tabId: number, isMeant: boolean): Promise<SaveOutcome> {
  const outcome = await saveTab(tabId, {});
  if (outcome.ok || outcome.code !== 'noAccess') return outcome;
  const answer = await askGate(tabId);
  // The reader let us in everywhere: it is the page that isn't there, or the browser that keeps it.
  if (answer === null) return (await hasAccessEverywhere()) ? refuse('notLoaded') : outcome;
  if (!isMeant && !answer.verdict.isArticle) return refuse('noArticle');
  const { ok } = await treatAsArticle(tabId);
  return ok ? saveTab(tabId, {}) : outcome;
}
