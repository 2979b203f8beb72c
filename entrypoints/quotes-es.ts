import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { spanish } from '../utils/quotes/languages/spanish.ts';

/** What the quote engine needs for articles in Spanish; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([spanish]);
});
