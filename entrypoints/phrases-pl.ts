import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { pl as boilerplate } from '../utils/article/boilerplate/pl.ts';
import { pl as phrases } from '../utils/clutter/phrases/pl.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Polish, put beside the assistant where an article is in Polish, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, pl: { phrases, boilerplate: [boilerplate] } };
});
