import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { french } from '../utils/languages/fr/quoting.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What the quote engine needs for articles in French; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([french]);
});
