/** The worker's side of `quote-work.ts`. */
import { prepareToQuote, quoteArticleIn } from '../quote-article.ts';
import type { QuoteNews, QuoteTask } from './quote-work.ts';

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
