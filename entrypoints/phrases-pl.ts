import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/pl/begging.ts';
import { boilerplate } from '../utils/languages/pl/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Polish, put beside the assistant where an article is in Polish, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, pl: { begging, boilerplate: [boilerplate] } };
});
