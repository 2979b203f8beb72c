import { digest, type PageTask } from '../../utils/library/articles/digest-page.ts';
import { answerDomTasks } from '../../utils/platform/parse-page.ts';
import type { QuoteTask } from '../background/save/local-tasks.ts';
import type { PdfTask } from '../shared/pdf/digest-pdf.ts';
import { doQuoteTask } from '../shared/quotes/ask-quotes.ts';
import { runImportsInWorkers } from '../shared/run-imports-beside.ts';

let importing: Promise<void> | null = null;

/** Imports continue while the background is stopped; when it asks again, it gets the running one. */
function runImports(): Promise<void> {
  importing ??= runImportsInWorkers(digest).finally(() => {
    importing = null;
  });
  return importing;
}

// Only our own background can reach this; see `answerDomTasks`.
answerDomTasks((task) => {
  const wanted = task as PageTask | QuoteTask | PdfTask | { kind: 'imports' };
  if (wanted.kind === 'imports') return runImports();
  if (wanted.kind === 'pdf')
    return import('../shared/pdf/digest-pdf.ts').then((pdf) => pdf.digestPdf(wanted));
  return wanted.kind === 'quotes' ? doQuoteTask(wanted) : digest(wanted);
});
