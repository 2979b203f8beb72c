import type { ProcessedPage } from '../../../utils/library/articles/process-page.ts';
import { PdfError, type PdfFailure } from '../../../utils/pdf/pdf-error.ts';
import { fileNameOf } from '../../../utils/pdf/pdf-limits.ts';
import { takeStashedFile } from '../../../utils/platform/stash-file.ts';
import { readPdf } from './read-pdf.ts';

/** A task to read a fetched PDF in a context with a DOM. */
export interface PdfTask {
  kind: 'pdf';
  /** Key of the file; see `stash-file.ts`. */
  key: string;
  url: string;
}

/**
 * Reads a PDF for the background. Its pages are not drawn, because drawing may block the main thread of this context for
 * very long if the file is malicious.
 *
 * @returns the article, or a failure code, because error classes are lost when the result is sent to the background
 */
export async function processPdf({ key, url }: PdfTask): Promise<ProcessedPage | PdfFailure> {
  const file = await takeStashedFile(key);
  if (file === null) throw new Error('the fetched file is gone');
  try {
    const { article, quotes } = await readPdf({ file, name: fileNameOf(url), url, altOf: null });
    return { article, quotes, images: [] };
  } catch (error) {
    if (error instanceof PdfError) return error.code;
    throw error;
  }
}
