/** Reads an article from a PDF: its text, quotes and images of its pages. */
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
import { askForQuotes } from '../quotes/ask-quotes.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';

export interface PdfToRead {
  file: Blob;
  name: string;
  /** The address it was fetched from; null for a local file. */
  url: string | null;
  /** Alternative text of a page's image; null to draw none. */
  altOf: ((page: number) => string) | null;
  /** Completed steps: each page is read, and later drawn. */
  onProgress?: (done: number, total: number) => void;
}

export interface ReadPdf {
  article: Article;
  quotes: Quote[];
  pages: number;
  /** Number of page images; fewer than pages if the size limit is reached. */
  pictures: number;
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

/**
 * Draws pages from the first on within the limits of size and time; pages that fail are left out. The text has been read
 * by then and does not depend on drawing.
 */
async function drawPages(pdf: OpenPdf, { altOf, onProgress }: PdfToRead): Promise<PageImage[]> {
  const pictures: PageImage[] = [];
  if (altOf === null) return pictures;
  const total = pdf.pages.length;
  let room: number = PDF_LIMITS.pictures;
  let hasTime = true;
  for (let at = 0; at < total && hasTime; at += 1) {
    const drawn = await pdf.draw(at).catch((error: unknown) => {
      hasTime = !(error instanceof PdfError);
      console.warn('offprint: page not drawn', at + 1, error);
      return null;
    });
    onProgress?.(total + at + 1, 2 * total);
    if (drawn === null) continue;
    const source = await dataUrlOf(drawn);
    if (source.length > room) break;
    room -= source.length;
    pictures.push({ source, alt: altOf(at + 1) });
  }
  return pictures;
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws PdfError if there is nothing to read */
export async function readPdf(wanted: PdfToRead): Promise<ReadPdf> {
  const { file, name, url, onProgress } = wanted;
  if (file.size > PDF_LIMITS.bytes) throw new PdfError('tooBig');
  if (!(await isPdf(file))) throw new PdfError('notPdf');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const address = url ?? localFileAddress(await hashOf(bytes), name);
  // The buffer is transferred to the worker.
  const pdf = await openPdf(bytes, (done, total) => onProgress?.(done, 2 * total));
  try {
    const read = readPdfText(pdf.pages, pdf.facts);
    if (read === null) throw new PdfError('noText');
    const pictures = await drawPages(pdf, wanted);
    const title = read.title ?? titleFromFileName(name);
    const { byline, publishedAt, lang } = read;
    const prepared = prepareImport({ html: pdfToHtml(read, pictures), url: address, title, byline, lang });
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
