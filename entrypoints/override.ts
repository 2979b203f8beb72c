import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readCanonicalUrl } from '../utils/article/metadata/page-address.ts';
import { askBackground } from '../utils/messaging/tab-side.ts';
import { captureDom } from '../utils/page/dom-realm.ts';
import { tabState } from '../utils/platform/tab-state.ts';
import { findOverride } from '../utils/settings/site-settings.ts';

const state = tabState();

/**
 * Passes the user's override to the gate, on the few sites that have one. The gate itself reads no settings, which would slow
 * down all other pages. If this script is injected again, it applies the current override.
 */
async function override(): Promise<void> {
  const { settings } = await askBackground('site/ask', null);
  captureDom(document);
  state.override = (url) => {
    const treatAs = findOverride(settings, url, readCanonicalUrl(document, url));
    if (treatAs === undefined) return undefined;
    return treatAs === 'article'
      ? { isArticle: true, reason: 'userSaysYes', score: 0 }
      : { isArticle: false, reason: 'userSaysNo', score: 0 };
  };
  // If the gate has not run yet, it will apply the override itself.
  const verdict = state.gate?.verdict;
  const userVerdict = state.override(location.href);
  const wasDecidedByUser = verdict?.reason.startsWith('userSays') ?? false;
  if (verdict === undefined) return;
  // If the gate's verdict is no article, an assistant can only run because of a one-time request by the user.
  if (userVerdict === undefined && !verdict.isArticle) state.endAssistant?.();
  if (userVerdict === undefined ? !wasDecidedByUser : userVerdict.isArticle === verdict.isArticle) return;
  if (state.decide?.() === false) state.endAssistant?.();
}

// The background awaits the returned promise, so that the override has been applied when it continues.
export default defineUnlistedScript(() =>
  override().catch((error: unknown) => console.warn('offprint: the settings can’t be read', error)),
);
