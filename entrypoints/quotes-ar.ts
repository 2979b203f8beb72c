import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { arabic } from '../utils/quotes/uncased/arabic.ts';

/** What the quote engine needs for articles in Arabic; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([{ code: 'ar', uncased: arabic }]);
});
