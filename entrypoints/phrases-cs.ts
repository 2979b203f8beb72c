import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/cs/begging.ts';
import { boilerplate } from '../utils/languages/cs/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Czech, put beside the assistant where an article is in Czech, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, cs: { begging, boilerplate: [boilerplate] } };
});
