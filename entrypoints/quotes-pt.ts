import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { portuguese } from '../utils/languages/pt/quoting.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What the quote engine needs for articles in Portuguese; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([portuguese]);
});
