import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/pt/begging.ts';
import { boilerplate } from '../utils/languages/pt/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Portuguese, put beside the assistant where an article is in Portuguese, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, pt: { begging, boilerplate: [boilerplate] } };
});
