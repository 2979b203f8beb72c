import type { Quote, QuoteQuestion } from '../../../utils/quotes/types.ts';
import { type OnQuotations, QuoteAsker } from '../../../utils/quotes/worker/quote-asker.ts';

declare global {
  /** Started by `start-quotes.js`, and taken by whoever asks first; null from then on. */
  var offprintQuoteWorker: Worker | null | undefined;
}

function startWorker(): Worker {
  const early = globalThis.offprintQuoteWorker;
  globalThis.offprintQuoteWorker = null;
  return early ?? new Worker('/quote-worker.js');
}

const asker = new QuoteAsker(startWorker);

/** Asks for what nobody waits for, in a worker beside the other one. */
const quietAsker = new QuoteAsker(() => new Worker('/quote-worker.js'));
/** What nobody waits for may not take longer than what is waited for, either (ms). */
const QUIET_LIMIT = 60_000;

/**
 * The one way to the quotes of an article, for whatever of ours can start a worker: our pages, the offscreen document,
 * Firefox's background. Chromium's background asks the offscreen document.
 *
 * @param onQuotations told what is quoted, before it is known by whom
 * @throws QuotesFailedError
 */
export function askForQuotes(question: QuoteQuestion, onQuotations?: OnQuotations): Promise<Quote[]> {
  return asker.ask(question, onQuotations);
}

/**
 * The same for the background, which says whether anybody waits.
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
  const limit = setTimeout(() => quietAsker.end('it took too long'), QUIET_LIMIT);
  try {
    return await quietAsker.ask(question);
  } finally {
    clearTimeout(limit);
  }
}
