import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { polish } from '../utils/languages/pl/quoting.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What the quote engine needs for articles in Polish; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([polish]);
});
