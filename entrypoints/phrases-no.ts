import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/no/begging.ts';
import { boilerplate } from '../utils/languages/no/boilerplate.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What sites print and beg with in Norwegian, put beside the assistant where an article is in Norwegian, or in a language nobody can name. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, no: { begging, boilerplate: [boilerplate] } };
});
