import type { DigestTask } from '../../../utils/library/articles/digest-page.ts';
import type { QuoteQuestion } from '../../../utils/quotes/types.ts';
import type { PdfTask } from '../../shared/pdf/digest-pdf.ts';

/** To find the quotes of an article that is saved from a tab, or was long ago. Plain data. */
export interface QuoteTask {
  kind: 'quotes';
  question: QuoteQuestion;
  /** Nobody waits for it. */
  isQuiet?: boolean;
}

/** Only Firefox's background has a DOM and workers; Chromium's leaves the imports to the offscreen document. */
export const runImportsHere = import.meta.env.FIREFOX
  ? async () => {
      const { digest } = await import('../../../utils/library/articles/digest-page.ts');
      const { runImportsBeside } = await import('../../shared/run-imports-beside.ts');
      await runImportsBeside(digest);
    }
  : null;

/** Who says what in an article: Firefox's background can start the worker itself. */
export const quoteHere = import.meta.env.FIREFOX
  ? async (task: QuoteTask) => (await import('../../shared/quotes/ask-quotes.ts')).doQuoteTask(task)
  : null;

/** Reads a PDF: pdf.js works in a worker of its own. */
export const readPdfHere = import.meta.env.FIREFOX
  ? async (task: PdfTask) => (await import('../../shared/pdf/digest-pdf.ts')).digestPdf(task)
  : null;

/** The same of pages and texts. */
export const digestHere = import.meta.env.FIREFOX
  ? async (task: DigestTask) => (await import('../../../utils/library/articles/digest-page.ts')).digest(task)
  : null;
