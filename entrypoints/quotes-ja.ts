import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { japanese } from '../utils/quotes/uncased/japanese.ts';

/** What the quote engine needs for articles in Japanese; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([{ code: 'ja', uncased: japanese }]);
});
