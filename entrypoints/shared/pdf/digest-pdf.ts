import type { DigestedPage } from '../../../utils/library/articles/digest-page.ts';
import { PdfError, type PdfFailure } from '../../../utils/pdf/pdf-error.ts';
import { fileNameOf } from '../../../utils/pdf/pdf-limits.ts';
import { takeAside } from '../../../utils/platform/put-aside.ts';
import { readPdf } from './read-pdf.ts';

/** A PDF that the background has fetched, to be read where a DOM is. Plain data. */
export interface PdfTask {
  kind: 'pdf';
  /** See `put-aside.ts`. */
  key: string;
  url: string;
}

/**
 * Reads a PDF nobody looks at. Its pages are not drawn: drawing happens on the thread that everything else in this
 * context needs, and a page can be made so that it takes very long.
 *
 * @returns why there is nothing to read, where that is so: errors don't keep their class on the way to the background
 */
export async function digestPdf({ key, url }: PdfTask): Promise<DigestedPage | PdfFailure> {
  const file = await takeAside(key);
  if (file === null) throw new Error('the fetched file is gone');
  try {
    const { article, quotes, voices } = await readPdf({ file, name: fileNameOf(url), url, altOf: null });
    return { article, quotes, voices, html: article.html, images: [] };
  } catch (error) {
    if (error instanceof PdfError) return error.code;
    throw error;
  }
}
