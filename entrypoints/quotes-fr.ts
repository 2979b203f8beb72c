import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { french } from '../utils/quotes/languages/french.ts';

/** What the quote engine needs for articles in French; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([french]);
});
