import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { portuguese } from '../utils/quotes/languages/portuguese.ts';

/** What the quote engine needs for articles in Portuguese; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([portuguese]);
});
