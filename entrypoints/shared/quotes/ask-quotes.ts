import type { Quote, QuoteQuestion } from '../../../utils/quotes/types.ts';
import { type OnQuotations, QuoteClient } from '../../../utils/quotes/worker/quote-asker.ts';

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

/** A second worker for requests that nobody waits for. */
const quietAsker = new QuoteClient(() => new Worker('/quote-worker.js'));
/** Time limit of such requests. */
const QUIET_TIMEOUT_MS = 60_000;

/**
 * Finds the quotes of an article, in any context that can start a worker: our pages, the offscreen document and Firefox's
 * background. Chromium's background asks the offscreen document.
 *
 * @param onQuotations called with the quotations before their speakers are known
 * @throws QuotesFailedError
 */
export function askForQuotes(question: QuoteQuestion, onQuotations?: OnQuotations): Promise<Quote[]> {
  return asker.ask(question, onQuotations);
}

/**
 * The same for the background, which says whether someone waits for the result.
 *
 * @throws QuotesFailedError
 */
export async function doQuoteTask({
  question,
  isQuiet,
}: {
  question: QuoteQuestion;
  isQuiet?: boolean;
}): Promise<Quote[]> {
  if (isQuiet !== true) return askForQuotes(question);
  const limit = setTimeout(() => quietAsker.end('it took too long'), QUIET_TIMEOUT_MS);
  try {
    return await quietAsker.ask(question);
  } finally {
    clearTimeout(limit);
  }
}
