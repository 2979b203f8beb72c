import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../utils/platform/tab-world.ts';
import { LivePageText } from '../utils/quotes/live-page-text.ts';
import { locateQuote } from '../utils/quotes/locate-quote.ts';

/** What finds a quote's place in the page, put beside the assistant when the reader goes to one. */
export default defineUnlistedScript(() => {
  tabWorld().quoteAnchors = { locateQuote, readPage: (root) => new LivePageText(root) };
});
