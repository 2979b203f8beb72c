/**
 * Quotes are extracted in a worker, which can be terminated at any time. The popup, the side panel, the reader, the
 * offscreen document and Firefox's background send requests to `quote-worker.js`, which responds first with quotations
 * and then with quotes.
 */

import { extractQuotesIn, loadLanguageFor } from '../extract-quotes.ts';
import type { Quotation, Quote, QuoteInput } from '../types.ts';

/** A request to the worker, which processes one at a time. */
export interface QuoteTask {
  id: number;
  input: QuoteInput;
}

/** The worker's responses to a request. */
export type QuoteWorkerMessage = {
  id: number;
} /** What is quoted, in order of the text; by whom is not known yet. */ & (
  | { type: 'quotations'; quotations: readonly Quotation[] }
  | { type: 'quotes'; quotes: Quote[]; ms: number }
  | { type: 'failed'; error: string }
);

/** The members of a worker's global scope that are used. */
export interface QuoteWorkerScope {
  onmessage: ((event: MessageEvent<QuoteTask>) => void) | null;
  postMessage: (type: QuoteWorkerMessage) => void;
}

/** Handles the requests to a worker; called by `entrypoints/quote-engine.ts`. */
export function handleQuoteRequests(scope: QuoteWorkerScope): void {
  const respond = async ({ id, input }: QuoteTask): Promise<void> => {
    try {
      const language = await loadLanguageFor(input);
      const start = performance.now();
      const quotes = extractQuotesIn(language, input, (quotations) =>
        scope.postMessage({ id, type: 'quotations', quotations }),
      );
      scope.postMessage({ id, type: 'quotes', quotes, ms: performance.now() - start });
    } catch (error) {
      console.error('offprint: quotes not found', error);
      scope.postMessage({ id, type: 'failed', error: String(error) });
    }
  };
  // Each request waits until the previous one is done.
  let last: Promise<void> = Promise.resolve();
  scope.onmessage = ({ data }) => {
    last = last.then(() => respond(data));
  };
}
