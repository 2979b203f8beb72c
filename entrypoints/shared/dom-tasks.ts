/** Tasks of the background that need a DOM or workers. All are plain data, because they are sent to the offscreen document. */

import type { PreparedContent } from '../../utils/library/articles/prepare-content.ts';
import { type PageTask, type ProcessedPage, runPageTask } from '../../utils/library/articles/process-page.ts';
import type { PreparedImport } from '../../utils/library/imports/prepare-import.ts';
import type { PdfFailure } from '../../utils/pdf/pdf-error.ts';
import type { Quote, QuoteInput } from '../../utils/quotes/types.ts';
import type { PdfTask } from './pdf/digest-pdf.ts';
import { askForQuotes, askQuietly } from './quotes/ask-quotes.ts';
import { runImportsInWorkers } from './run-imports-beside.ts';

/** Finds the quotes of an article for which nobody waits. */
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

const digestHere = (task: PageTask) => runPageTask(task, askForQuotes);

let importing: Promise<void> | null = null;

/** Imports continue while the background is stopped; when it asks again, it gets the running one. */
function runImports(): Promise<void> {
  importing ??= runImportsInWorkers(digestHere).finally(() => {
    importing = null;
  });
  return importing;
}

/** Runs a task in this context, which needs a DOM: the offscreen document, or Firefox's background. */
export async function runDomTask(task: DomTask): Promise<DomTaskResults[DomTask['kind']]> {
  if (task.kind === 'imports') {
    await runImports();
    return null;
  }
  if (task.kind === 'pdf') return (await import('./pdf/digest-pdf.ts')).digestPdf(task);
  return task.kind === 'quotes' ? askQuietly(task.question) : digestHere(task);
}
