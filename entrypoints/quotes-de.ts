import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { german } from '../utils/languages/de/quoting.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What the quote engine needs for articles in German; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([german]);
});
