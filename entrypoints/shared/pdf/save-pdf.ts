import { saveArticle } from '../../../utils/library/articles/save-article.ts';
import { type PdfToRead, type ReadPdf, readPdf } from './read-pdf.ts';

export type PdfToSave = PdfToRead & { altOf: (page: number) => string };

export interface SavedPdf extends Pick<ReadPdf, 'pages' | 'pictures'> {
  articleId: string;
  title: string;
}

/**
 * Reads a PDF and saves it. An existing copy is updated.
 *
 * @throws PdfError if there is nothing to save; what `saveArticle` throws
 */
export async function savePdf(pdf: PdfToSave): Promise<SavedPdf> {
  const { article, quotes, pages, pictures } = await readPdf(pdf);
  const savedFrom = pdf.url === null ? 'import' : 'link';
  const { articleId } = await saveArticle({ article, quotes, images: [], savedFrom });
  return { articleId, title: article.title, pages, pictures };
}
