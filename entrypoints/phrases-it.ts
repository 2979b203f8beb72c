import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { it as boilerplate } from '../utils/article/boilerplate/it.ts';
import { it as phrases } from '../utils/clutter/phrases/it.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Italian, put beside the assistant where an article is in Italian, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, it: { phrases, boilerplate: [boilerplate] } };
});
