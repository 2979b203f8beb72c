/**
 * Quotes are extracted in a worker, which can be terminated at any time. The popup, the side panel, the reader, the
 * offscreen document and Firefox's background send questions to `quote-worker.js`, which answers with quotations and
 * then quotes.
 */

import { extractQuotesIn, loadLanguageFor } from '../extract-quotes.ts';
import type { Quotation, Quote, QuoteInput } from '../types.ts';

/** A request to the worker, which processes one at a time. */
export interface QuoteTask {
  id: number;
  question: QuoteInput;
}

/** The worker's responses to a request. */
export type QuoteWorkerMessage = {
  id: number;
} /** What is quoted, in order of the text; by whom is not known yet. */ & (
  | { news: 'quotations'; quotations: readonly Quotation[] }
  | { news: 'quotes'; quotes: Quote[]; ms: number }
  | { news: 'failed'; error: string }
);

/** The parts of a worker's global scope that are used. */
export interface QuoteWorkerScope {
  onmessage: ((event: MessageEvent<QuoteTask>) => void) | null;
  postMessage: (news: QuoteWorkerMessage) => void;
}

/** Handles the requests to a worker; see `entrypoints/quote-worker.ts`. */
export function answerQuoteWork(scope: QuoteWorkerScope): void {
  const answer = async ({ id, question }: QuoteTask): Promise<void> => {
    try {
      const language = await loadLanguageFor(question);
      const start = performance.now();
      const quotes = extractQuotesIn(language, question, (quotations) =>
        scope.postMessage({ id, news: 'quotations', quotations }),
      );
      scope.postMessage({ id, news: 'quotes', quotes, ms: performance.now() - start });
    } catch (error) {
      console.error('offprint: quotes not found', error);
      scope.postMessage({ id, news: 'failed', error: String(error) });
    }
  };
  // In sequence: each request waits until the previous one is done.
  let last: Promise<void> = Promise.resolve();
  scope.onmessage = ({ data }) => {
    last = last.then(() => answer(data));
  };
}
