import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ukrainian } from '../utils/languages/uk/quoting.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What the quote engine needs for articles in Ukrainian; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([ukrainian]);
});
