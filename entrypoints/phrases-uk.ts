import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { uk as boilerplate } from '../utils/article/boilerplate/uk.ts';
import { uk as phrases } from '../utils/clutter/phrases/uk.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Ukrainian, put beside the assistant where an article is in Ukrainian, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, uk: { phrases, boilerplate: [boilerplate] } };
});
