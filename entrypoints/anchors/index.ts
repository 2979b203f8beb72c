import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { makePlaceMarker } from '../../utils/clutter/hide/place-marker.ts';
import { tabWorld } from '../../utils/platform/tab-world.ts';
import { LiveAnchors } from '../../utils/quotes/anchoring/live-anchors.ts';
import { LiveQuoteMarks } from './quote-marks.ts';

/** What marks places in the page, quotes' and hidden blocks', put beside the assistant when the user goes to one. */
export default defineUnlistedScript(() => {
  const world = tabWorld();
  world.quoteMarks ??= new LiveQuoteMarks(document, new LiveAnchors());
  world.placeMarker ??= makePlaceMarker(document);
});
