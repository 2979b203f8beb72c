import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { ukrainian } from '../utils/quotes/languages/ukrainian.ts';

/** What the quote engine needs for articles in Ukrainian; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([ukrainian]);
});
