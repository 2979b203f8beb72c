import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/es/begging.ts';
import { boilerplate } from '../utils/languages/es/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Spanish, put beside the assistant where an article is in Spanish, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, es: { begging, boilerplate: [boilerplate] } };
});
