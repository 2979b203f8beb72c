import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pt as boilerplate } from '../utils/article/boilerplate/pt.ts';
import { pt as phrases } from '../utils/clutter/phrases/pt.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Portuguese, put beside the assistant where an article is in Portuguese, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, pt: { phrases, boilerplate: [boilerplate] } };
});
