import type { QuoteQuestion } from '../../utils/quotes/question.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { type OnQuotations, QuoteAsker } from '../../utils/quotes/worker/quote-asker.ts';

const asker = new QuoteAsker(() => new Worker('/quote-worker.js'));

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
