import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/it/begging.ts';
import { boilerplate } from '../utils/languages/it/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Italian, put beside the assistant where an article is in Italian, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, it: { begging, boilerplate: [boilerplate] } };
});
