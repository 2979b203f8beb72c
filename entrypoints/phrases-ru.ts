import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/ru/begging.ts';
import { boilerplate } from '../utils/languages/ru/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Russian, put beside the assistant where an article is in Russian, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, ru: { begging, boilerplate: [boilerplate] } };
});
