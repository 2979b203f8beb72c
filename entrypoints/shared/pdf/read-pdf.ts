/** Reads an article from a PDF: its text, its quotes, and images of its pages. */
import type { Article } from '../../../utils/article/types.ts';
import { prepareImport } from '../../../utils/library/imports/prepare-import.ts';
import {
  localFileAddress,
  type PageImage,
  pdfToHtml,
  titleFromFileName,
} from '../../../utils/pdf/pdf-article.ts';
import { PdfError } from '../../../utils/pdf/pdf-error.ts';
import { isPdf, PDF_LIMITS } from '../../../utils/pdf/pdf-limits.ts';
import { readPdfText } from '../../../utils/pdf/read-pdf-text.ts';
import { type Quote, toQuoteInput } from '../../../utils/quotes/types.ts';
import { siteKey } from '../../../utils/settings/site-settings.ts';
import { countWords } from '../../../utils/text/count-words.ts';
import { directionOfLanguage } from '../../../utils/text/text-direction.ts';
import { askForQuotes } from '../quotes/find-quotes-in-worker.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';

export interface PdfToRead {
  file: Blob;
  name: string;
  /** The address that the file was fetched from; null for a local file. */
  url: string | null;
  /** Returns the alternative text of a page's image, by page number from 1; null if pages are not drawn. */
  altOf: ((page: number) => string) | null;
  /** Called with the number of completed steps; each page is read and later drawn, so there are two per page. */
  onProgress?: (done: number, total: number) => void;
}

export interface ReadPdf {
  article: Article;
  quotes: Quote[];
  pages: number;
  /** Number of page images; fewer than pages if the size limit is reached. */
  pictures: number;
}

function toDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

/**
 * Draws pages, starting with the first, until a limit of size or time is reached. Pages that can't be drawn are omitted.
 */
async function drawPages(pdf: OpenPdf, { altOf, onProgress }: PdfToRead): Promise<PageImage[]> {
  const pictures: PageImage[] = [];
  if (altOf === null) return pictures;
  const total = pdf.pages.length;
  let remainingLength: number = PDF_LIMITS.pictures;
  let hasTime = true;
  for (let pageIndex = 0; pageIndex < total && hasTime; pageIndex += 1) {
    const picture = await pdf.draw(pageIndex).catch((error: unknown) => {
      hasTime = !(error instanceof PdfError);
      console.warn('offprint: page not drawn', pageIndex + 1, error);
      return null;
    });
    onProgress?.(total + pageIndex + 1, 2 * total);
    if (picture === null) continue;
    const source = await toDataUrl(picture);
    if (source.length > remainingLength) break;
    remainingLength -= source.length;
    pictures.push({ source, alt: altOf(pageIndex + 1) });
  }
  return pictures;
}

async function hashFile(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws PdfError if there is nothing to read */
export async function readPdf(options: PdfToRead): Promise<ReadPdf> {
  const { file, name, url, onProgress } = options;
  if (file.size > PDF_LIMITS.bytes) throw new PdfError('tooBig');
  if (!(await isPdf(file))) throw new PdfError('notPdf');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const address = url ?? localFileAddress(await hashFile(bytes), name);
  // The buffer is transferred to the worker.
  const pdf = await openPdf(bytes, (done, total) => onProgress?.(done, 2 * total));
  try {
    const pdfText = readPdfText(pdf.pages, pdf.facts);
    if (pdfText === null) throw new PdfError('noText');
    const pictures = await drawPages(pdf, options);
    const title = pdfText.title ?? titleFromFileName(name);
    const { byline, publishedAt, lang } = pdfText;
    const prepared = prepareImport({ html: pdfToHtml(pdfText, pictures), url: address, title, byline, lang });
    if (prepared === null) throw new PdfError('noText');
    const { html, text } = prepared;
    const article: Article = {
      url: address,
      canonicalUrl: address,
      title,
      byline,
      siteName: url === null ? name : siteKey(url),
      publishedAt,
      modifiedAt: null,
      lang,
      dir: directionOfLanguage(lang ?? ''),
      excerpt: null,
      leadImage: null,
      html,
      text,
      wordCount: countWords(text),
      isPreview: false,
    };
    const quotes = await askForQuotes(toQuoteInput(article));
    return {
      article,
      quotes,
      pages: pdf.pages.length,
      pictures: pictures.length,
    };
  } finally {
    await pdf.close();
  }
}
