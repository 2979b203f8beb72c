import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { begging } from '../utils/languages/en/begging.ts';
import { boilerplate } from '../utils/languages/en/boilerplate.ts';
import { everywhere } from '../utils/languages/everywhere.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/**
 * What sites print and beg with in English, and print everywhere, put in with every assistant: sites in other languages
 * print much of it too.
 */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, en: { begging, boilerplate: [everywhere, boilerplate] } };
});
