import type { Quote, QuoteInput } from '../../../utils/quotes/types.ts';
import { type OnQuotations, QuoteClient } from '../../../utils/quotes/worker/quote-client.ts';

declare global {
  /** A worker started by `start-quotes.js`, used for the first request; null from then on. */
  var offprintQuoteWorker: Worker | null | undefined;
}

function startWorker(): Worker {
  const started = globalThis.offprintQuoteWorker;
  globalThis.offprintQuoteWorker = null;
  return started ?? new Worker('/quote-worker.js');
}

const client = new QuoteClient(startWorker);

const backgroundClient = new QuoteClient(() => new Worker('/quote-worker.js'));

/**
 * Finds the quotes of an article, in any context that can start a worker: our pages, the offscreen document and Firefox's
 * background. Chromium's background asks the offscreen document.
 *
 * @param onQuotations called with the quotations before their speakers are known
 * @throws QuotesFailedError
 */
export function askForQuotes(question: QuoteInput, onQuotations?: OnQuotations): Promise<Quote[]> {
  return client.extract(question, onQuotations);
}

/** Like `askForQuotes`, in a second worker, so that requests of the user don't have to wait for this one. */
export const findQuotesInBackground = (question: QuoteInput): Promise<Quote[]> =>
  backgroundClient.extract(question);
