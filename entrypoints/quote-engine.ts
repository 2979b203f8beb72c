/** The engine that attributes quotes, for `quote-worker.js`. It loads the data of a language on demand. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handleQuoteRequests, type QuoteWorkerScope } from '../utils/quotes/worker/handle-quote-requests.ts';

export default defineUnlistedScript(() => handleQuoteRequests(self as unknown as QuoteWorkerScope));
