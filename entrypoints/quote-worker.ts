/** A worker that finds who says what in an article: the engine, with the words of every language. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerQuoteWork, type QuoteWorkerScope } from '../utils/quotes/worker/answer-quote-work.ts';

export default defineUnlistedScript(() => answerQuoteWork(self as unknown as QuoteWorkerScope));
