/** The engine that finds and attributes quotes, loaded by `quote-worker.js`. Language data are loaded on demand. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handleQuoteRequests, type QuoteWorkerScope } from '../utils/quotes/worker/handle-quote-requests.ts';

export default defineUnlistedScript(() => handleQuoteRequests(self as unknown as QuoteWorkerScope));
