import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { chinese } from '../utils/quotes/uncased/chinese.ts';

/** What the quote engine needs for articles in Chinese; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([{ code: 'zh', uncased: chinese }]);
});
