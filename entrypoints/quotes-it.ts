import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { italian } from '../utils/languages/it/quoting.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';

/** What the quote engine needs for articles in Italian; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([italian]);
});
