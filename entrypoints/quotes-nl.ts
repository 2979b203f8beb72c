import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { quoting } from '../utils/languages/nl/quoting.ts';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { withGrammar } from '../utils/quotes/languages/with-grammar.ts';

/** What the quote engine needs for articles in Dutch; put in after it. */
export default defineUnlistedScript(() => {
  tabWorld().quoteEngine?.learnLanguages([withGrammar(quoting)]);
});
