import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { italian } from '../utils/quotes/languages/italian.ts';

/** What the quote engine needs for articles in Italian; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([italian]);
});
