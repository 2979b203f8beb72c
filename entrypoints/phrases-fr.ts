import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/fr/begging.ts';
import { boilerplate } from '../utils/languages/fr/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in French, put beside the assistant where an article is in French, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, fr: { begging, boilerplate: [boilerplate] } };
});
