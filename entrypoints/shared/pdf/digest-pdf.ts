import type { ProcessedPage } from '../../../utils/library/articles/process-page.ts';
import { PdfError, type PdfFailure } from '../../../utils/pdf/pdf-error.ts';
import { fileNameOf } from '../../../utils/pdf/pdf-limits.ts';
import { takeStashedFile } from '../../../utils/platform/stash-file.ts';
import { readPdf } from './read-pdf.ts';

/** A fetched PDF, to be read in a context with a DOM. Plain data. */
export interface PdfTask {
  kind: 'pdf';
  /** See `stash-file.ts`. */
  key: string;
  url: string;
}

/**
 * Reads a PDF in the background. Its pages are not drawn, because drawing blocks the main thread of this context and
 * malicious pages may take very long.
 *
 * @returns the failure as a code, if any, because error classes are lost on the way to the background
 */
export async function digestPdf({ key, url }: PdfTask): Promise<ProcessedPage | PdfFailure> {
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
