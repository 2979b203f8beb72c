import type { PageTask } from '../../../utils/library/articles/digest-page.ts';
import type { QuoteQuestion } from '../../../utils/quotes/types.ts';
import type { PdfTask } from '../../shared/pdf/digest-pdf.ts';

/** Finds the quotes of an article. Plain data, because it is sent to the offscreen document. */
export interface QuoteTask {
  kind: 'quotes';
  question: QuoteQuestion;
  /** Nobody waits for the result. */
  isQuiet?: boolean;
}

/**
 * Tasks that need a DOM or workers. Firefox's background has both and runs them itself; in Chromium these are null, and
 * the offscreen document runs the tasks.
 */
export const runImportsLocally = import.meta.env.FIREFOX
  ? async () => {
      const { digest } = await import('../../../utils/library/articles/digest-page.ts');
      const { runImportsInWorkers } = await import('../../shared/run-imports-beside.ts');
      await runImportsInWorkers(digest);
    }
  : null;

export const findQuotesLocally = import.meta.env.FIREFOX
  ? async (task: QuoteTask) => (await import('../../shared/quotes/ask-quotes.ts')).doQuoteTask(task)
  : null;

export const readPdfLocally = import.meta.env.FIREFOX
  ? async (task: PdfTask) => (await import('../../shared/pdf/digest-pdf.ts')).digestPdf(task)
  : null;

export const digestLocally = import.meta.env.FIREFOX
  ? async (task: PageTask) => (await import('../../../utils/library/articles/digest-page.ts')).digest(task)
  : null;
