import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { fr as boilerplate } from '../utils/article/boilerplate/fr.ts';
import { fr as phrases } from '../utils/clutter/phrases/fr.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in French, put beside the assistant where an article is in French, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, fr: { phrases, boilerplate: [boilerplate] } };
});
