import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { korean } from '../utils/quotes/uncased/korean.ts';

/** What the quote engine needs for articles in Korean; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([{ code: 'ko', uncased: korean }]);
});
