import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readCanonicalUrl } from '../utils/article/metadata/page-address.ts';
import { askBackground } from '../utils/messaging/tab-side.ts';
import { captureDom } from '../utils/page/dom-realm.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { overrideFor } from '../utils/settings/site-settings.ts';

const world = tabWorld();

/**
 * Gives the gate the user's word, on the few sites the user said something about: the gate itself reads no
 * settings, so that all other pages are spared that. Put in anew, it tells the gate what the user says now.
 */
async function override(): Promise<void> {
  const { settings } = await askBackground('site/ask', null);
  captureDom(document);
  world.override = (url) => {
    const treatAs = overrideFor(settings, url, readCanonicalUrl(document, url));
    if (treatAs === undefined) return undefined;
    return treatAs === 'article'
      ? { isArticle: true, reason: 'userSaysYes', score: 0 }
      : { isArticle: false, reason: 'userSaysNo', score: 0 };
  };
  // Before the gate came there is none: then it asks by itself.
  const verdict = world.gate?.verdict;
  const said = world.override(location.href);
  const wasSaid = verdict?.reason.startsWith('userSays') ?? false;
  if (verdict === undefined) return;
  // Only what the user asked for, this once, brought an assistant into a page that the gate refuses.
  if (said === undefined && !verdict.isArticle) world.endAssistant?.();
  if (said === undefined ? !wasSaid : said.isArticle === verdict.isArticle) return;
  if (world.decide?.() === false) world.endAssistant?.();
}

// Whoever puts it in waits for what it returns: it has acted by then, and the user may go on.
export default defineUnlistedScript(() =>
  override().catch((error: unknown) => console.warn('offprint: the settings can’t be read', error)),
);
