import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/tr/begging.ts';
import { boilerplate } from '../utils/languages/tr/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Turkish, put beside the assistant where an article is in Turkish, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, tr: { begging, boilerplate: [boilerplate] } };
});
