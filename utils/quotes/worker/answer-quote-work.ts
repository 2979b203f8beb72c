/**
 * Quotes are worked out beside whoever shows or saves them, in a worker that can be ended in the middle of its work:
 *
 *   popup, side panel, reader, offscreen document, Firefox's background ──question──▶ quote-worker.js
 *                                                     ◀──quotations, quotes──
 */
/** The worker's side. */

import { prepareToQuote, quoteArticleIn } from '../quote-article.ts';
import type { Quotation, Quote, QuoteQuestion } from '../types.ts';

/** What a worker is asked; it answers one question after the other. */
export interface QuoteTask {
  id: number;
  question: QuoteQuestion;
}

/** What a worker tells of a task. */
export type QuoteNews = {
  id: number;
} /** What is quoted, in order of the text; by whom is not known yet. */ & (
  | { news: 'quotations'; quotations: readonly Quotation[] }
  | { news: 'quotes'; quotes: Quote[]; ms: number }
  | { news: 'failed'; error: string }
);

/** The part of a worker's scope that is used. */
export interface QuoteWorkerScope {
  onmessage: ((event: MessageEvent<QuoteTask>) => void) | null;
  postMessage: (news: QuoteNews) => void;
}

/** Answers the questions that are sent to a worker; see `entrypoints/quote-worker.ts`. */
export function answerQuoteWork(scope: QuoteWorkerScope): void {
  const answer = async ({ id, question }: QuoteTask): Promise<void> => {
    try {
      const language = await prepareToQuote(question);
      const start = performance.now();
      const quotes = quoteArticleIn(language, question, (quotations) =>
        scope.postMessage({ id, news: 'quotations', quotations }),
      );
      scope.postMessage({ id, news: 'quotes', quotes, ms: performance.now() - start });
    } catch (error) {
      console.error('offprint: quotes not found', error);
      scope.postMessage({ id, news: 'failed', error: String(error) });
    }
  };
  // One after the other: the second question waits until the first is answered.
  let last: Promise<void> = Promise.resolve();
  scope.onmessage = ({ data }) => {
    last = last.then(() => answer(data));
  };
}
