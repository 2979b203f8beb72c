import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/sv/begging.ts';
import { boilerplate } from '../utils/languages/sv/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Swedish, put beside the assistant where an article is in Swedish, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, sv: { begging, boilerplate: [boilerplate] } };
});
