/** The worker's side of `quote-work.ts`. */
import type { Steps } from '../../page/in-slices.ts';
import { prepareToQuote, quoteArticleInSteps } from '../quote-article.ts';
import { ALIVE, type QuoteNews, type QuoteTask } from './quote-work.ts';

/** The part of a worker's scope that is used. */
export interface QuoteWorkerScope {
  onmessage: ((event: MessageEvent<QuoteTask>) => void) | null;
  postMessage: (news: QuoteNews) => void;
}

/** Messages go out in the middle of a task: there is no need to rest. */
function runTelling<T>(steps: Steps<T>, tell: () => void): T {
  let told = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const now = performance.now();
    if (now - told < ALIVE) continue;
    told = now;
    tell();
  }
}

/** Answers the questions that are sent to a worker; see `entrypoints/quote-worker.ts`. */
export function answerQuoteWork(scope: QuoteWorkerScope): void {
  const answer = async ({ id, question }: QuoteTask): Promise<void> => {
    try {
      const language = await prepareToQuote(question);
      const start = performance.now();
      const steps = quoteArticleInSteps(question, language, (quotations) =>
        scope.postMessage({ id, news: 'quotations', quotations }),
      );
      const quotes = runTelling(steps, () => scope.postMessage({ id, news: 'alive' }));
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
