import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/nl/begging.ts';
import { boilerplate } from '../utils/languages/nl/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Dutch, put beside the assistant where an article is in Dutch, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, nl: { begging, boilerplate: [boilerplate] } };
});
