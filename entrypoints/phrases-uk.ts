import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/uk/begging.ts';
import { boilerplate } from '../utils/languages/uk/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Ukrainian, put beside the assistant where an article is in Ukrainian, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, uk: { begging, boilerplate: [boilerplate] } };
});
