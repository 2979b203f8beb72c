/** Who says what in an article: the engine, for `quote-worker.js`. What it needs of a language it loads when asked. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerQuoteWork, type QuoteWorkerScope } from '../utils/quotes/worker/answer-quote-work.ts';

export default defineUnlistedScript(() => answerQuoteWork(self as unknown as QuoteWorkerScope));
