import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/da/begging.ts';
import { boilerplate } from '../utils/languages/da/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Danish, put beside the assistant where an article is in Danish, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, da: { begging, boilerplate: [boilerplate] } };
});
