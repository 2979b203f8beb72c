import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/de/begging.ts';
import { boilerplate } from '../utils/languages/de/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in German, put beside the assistant where an article is in German, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, de: { begging, boilerplate: [boilerplate] } };
});
