/** Background tasks that need a DOM or workers. Tasks are plain data, because they are sent to the offscreen document. */

import type { PreparedContent } from '../../utils/library/articles/prepare-content.ts';
import { type PageTask, type ProcessedPage, runPageTask } from '../../utils/library/articles/process-page.ts';
import type { PreparedImport } from '../../utils/library/imports/prepare-import.ts';
import type { PdfFailure } from '../../utils/pdf/pdf-error.ts';
import type { Quote, QuoteInput } from '../../utils/quotes/types.ts';
import type { PdfTask } from './pdf/process-pdf.ts';
import { askForQuotes, findQuotesInBackground } from './quotes/find-quotes-in-worker.ts';
import { runPendingImports } from './run-pending-imports.ts';

/** Finds the quotes of an article with low priority. */
interface QuoteTask {
  kind: 'quotes';
  question: QuoteInput;
}

/** Runs all pending imports. */
interface ImportsTask {
  kind: 'imports';
}

export type DomTask = PageTask | QuoteTask | PdfTask | ImportsTask;

/** The results of tasks by their kind. */
export interface DomTaskResults {
  page: ProcessedPage | null;
  article: ProcessedPage;
  pages: ProcessedPage;
  content: PreparedContent;
  import: PreparedImport | null;
  svg: string | null;
  quotes: Quote[];
  pdf: ProcessedPage | PdfFailure;
  imports: null;
}

const processLocally = (task: PageTask) => runPageTask(task, askForQuotes);

let runningImports: Promise<void> | null = null;

/** Imports continue while the background is stopped. If it then requests them again, the running imports are awaited. */
function runImports(): Promise<void> {
  runningImports ??= runPendingImports(processLocally).finally(() => {
    runningImports = null;
  });
  return runningImports;
}

/** Runs a task in this context, which needs a DOM: the offscreen document, or Firefox's background. */
export async function runDomTask(task: DomTask): Promise<DomTaskResults[DomTask['kind']]> {
  if (task.kind === 'imports') {
    await runImports();
    return null;
  }
  if (task.kind === 'pdf') return (await import('./pdf/process-pdf.ts')).processPdf(task);
  return task.kind === 'quotes' ? findQuotesInBackground(task.question) : processLocally(task);
}
