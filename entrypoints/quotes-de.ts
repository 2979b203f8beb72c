import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { german } from '../utils/quotes/languages/german.ts';

/** What the quote engine needs for articles in German; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([german]);
});
