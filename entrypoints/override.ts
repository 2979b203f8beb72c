import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readCanonicalUrl } from '../utils/article/metadata/page-address.ts';
import { askBackground } from '../utils/messaging/tab-side.ts';
import { captureDom } from '../utils/page/dom-realm.ts';
import { tabState } from '../utils/platform/tab-state.ts';
import { findOverride } from '../utils/settings/site-settings.ts';

const world = tabState();

/**
 * Gives the gate the user's override, on the few sites that have one: the gate reads no settings, so that all other pages
 * are spared that. When injected again, it applies the current override.
 */
async function override(): Promise<void> {
  const { settings } = await askBackground('site/ask', null);
  captureDom(document);
  world.override = (url) => {
    const treatAs = findOverride(settings, url, readCanonicalUrl(document, url));
    if (treatAs === undefined) return undefined;
    return treatAs === 'article'
      ? { isArticle: true, reason: 'userSaysYes', score: 0 }
      : { isArticle: false, reason: 'userSaysNo', score: 0 };
  };
  // If the gate has not run yet, it will use the override itself.
  const verdict = world.gate?.verdict;
  const said = world.override(location.href);
  const wasSaid = verdict?.reason.startsWith('userSays') ?? false;
  if (verdict === undefined) return;
  // On a page that the gate refuses, only a one-time request by the user has started an assistant.
  if (said === undefined && !verdict.isArticle) world.endAssistant?.();
  if (said === undefined ? !wasSaid : said.isArticle === verdict.isArticle) return;
  if (world.decide?.() === false) world.endAssistant?.();
}

// The background waits for the returned promise, so that the override has been applied by then.
export default defineUnlistedScript(() =>
  override().catch((error: unknown) => console.warn('offprint: the settings can’t be read', error)),
);
