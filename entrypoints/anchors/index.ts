import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { tabWorld } from '../../utils/platform/tab-world.ts';
import { LiveAnchors } from '../../utils/quotes/live-anchors.ts';
import { LiveQuoteMarks } from './quote-marks.ts';

/** What finds a quote's place in the page and marks it, put beside the assistant when the reader goes to one. */
export default defineUnlistedScript(() => {
  tabWorld().quoteMarks ??= new LiveQuoteMarks(document, new LiveAnchors());
});
