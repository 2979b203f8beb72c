import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { polish } from '../utils/quotes/languages/polish.ts';

/** What the quote engine needs for articles in Polish; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([polish]);
});
