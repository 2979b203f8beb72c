import type { Quote, QuoteInput } from '../../../utils/quotes/types.ts';
import { type OnQuotations, QuoteClient } from '../../../utils/quotes/worker/quote-client.ts';

declare global {
  /** Started by `start-quotes.js`, and taken by the first request; null from then on. */
  var offprintQuoteWorker: Worker | null | undefined;
}

function startWorker(): Worker {
  const early = globalThis.offprintQuoteWorker;
  globalThis.offprintQuoteWorker = null;
  return early ?? new Worker('/quote-worker.js');
}

const asker = new QuoteClient(startWorker);

const quietAsker = new QuoteClient(() => new Worker('/quote-worker.js'));

/**
 * Finds the quotes of an article, in any context that can start a worker: our pages, the offscreen document and Firefox's
 * background. Chromium's background asks the offscreen document.
 *
 * @param onQuotations called with the quotations before their speakers are known
 * @throws QuotesFailedError
 */
export function askForQuotes(question: QuoteInput, onQuotations?: OnQuotations): Promise<Quote[]> {
  return asker.extract(question, onQuotations);
}

/** The same in a second worker, so that nobody waits behind this request. */
export const askQuietly = (question: QuoteInput): Promise<Quote[]> => quietAsker.extract(question);
