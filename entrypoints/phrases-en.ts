import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { en as boilerplate } from '../utils/article/boilerplate/en.ts';
import { everywhere } from '../utils/article/boilerplate/everywhere.ts';
import { en as phrases } from '../utils/clutter/phrases/en.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/**
 * What sites print and beg with in English, and print everywhere, put in with every assistant: sites in other languages
 * print much of it too.
 */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.siteWords = { ...world.siteWords, en: { phrases, boilerplate: [everywhere, boilerplate] } };
});
