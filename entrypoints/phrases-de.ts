import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { de as boilerplate } from '../utils/article/boilerplate/de.ts';
import { de as phrases } from '../utils/clutter/phrases/de.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in German, put beside the assistant where an article is in German, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, de: { phrases, boilerplate: [boilerplate] } };
});
