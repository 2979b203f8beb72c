/** The engine that attributes quotes, for `quote-worker.js`. It loads the data of a language on demand. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerQuoteWork, type QuoteWorkerScope } from '../utils/quotes/worker/answer-quote-work.ts';

export default defineUnlistedScript(() => answerQuoteWork(self as unknown as QuoteWorkerScope));
