/** Starts the popup's worker before the popup's own scripts are there: what it finds belongs into the first frame. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

export default defineUnlistedScript(() => {
  globalThis.offprintQuoteWorker = new Worker('/quote-worker.js');
});
