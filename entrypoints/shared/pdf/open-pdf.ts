/** Reads PDFs with pdf.js, which is loaded on demand. No scripts of a PDF are run, and nothing is fetched from the network. */
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import { PdfError } from '../../../utils/pdf/pdf-error.ts';
import { PDF_LIMITS } from '../../../utils/pdf/pdf-limits.ts';
import type { PdfMetadata, PdfPage, PdfRun } from '../../../utils/pdf/pdf-page.ts';

/** Maximum size of a page's image, and its JPEG quality (0–1). */
const MAX_WIDTH_PX = 1000;
const MAX_HEIGHT_PX = 2000;
const JPEG_QUALITY = 0.65;
/** Larger images within a page are left blank. */
const MAX_EMBEDDED_IMAGE_PIXELS = 40_000_000;

export interface OpenPdf {
  facts: PdfMetadata;
  pages: PdfPage[];
  /** Draws a page, by its index from 0, as a JPEG. */
  draw: (page: number) => Promise<Blob | null>;
  close: () => Promise<void>;
}

/** The used fields of a text item. Items for marked content lack them. */
interface TextItem {
  str: string;
  transform: readonly number[];
  width: number;
}

const isTextItem = (item: object): item is TextItem => 'str' in item && 'transform' in item;

function readRun(item: TextItem, height: number): PdfRun | null {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
  // Rotated text, such as along the edge of a page, is not part of the article.
  if (item.str === '' || Math.abs(b) > Math.abs(a)) return null;
  return { text: item.str, x, y: height - y, width: item.width, size: Math.hypot(c, d) };
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const [left = 0, bottom = 0] = page.view;
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => (isTextItem(item) ? (readRun(item, height) ?? []) : []));
  return { width, height, runs: runs.map((run) => ({ ...run, x: run.x - left, y: run.y + bottom })) };
}

/**
 * Draws a page in pdf.js's own worker, which can be terminated, because a single operation may take for ever (for instance
 * a path with an extreme number of curves, or nested patterns).
 *
 * @throws Error if the page can't be drawn in a worker
 */
async function drawPage(page: PDFPageProxy): Promise<Blob | null> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(MAX_WIDTH_PX / width, MAX_HEIGHT_PX / height);
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  // Called before each operation. Without its worker, pdf.js would draw on the main thread, which all our pages share.
  const operationsFilter = (): boolean => {
    if (!drawing.isWorkerRendering) throw new Error('pages are drawn in a worker only');
    return true;
  };
  const drawing: RenderTask = page.render({
    canvas,
    viewport,
    // Drawing for the display would pause in a hidden tab.
    intent: 'print',
    annotationMode: 0,
    operationsFilter,
  });
  await drawing.promise;
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
}

const readInfo = (info: object, name: string): string | null => {
  const value = (info as Record<string, unknown>)[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

function toPdfError(error: unknown): PdfError {
  if (error instanceof PdfError) return error;
  const name = error instanceof Error ? error.name : '';
  return new PdfError(name === 'PasswordException' ? 'locked' : 'damaged', { cause: error });
}

async function readPages(
  document_: PDFDocumentProxy,
  onPage: (done: number, total: number) => void,
): Promise<Pick<OpenPdf, 'facts' | 'pages'>> {
  if (document_.numPages > PDF_LIMITS.pages) throw new PdfError('tooBig');
  const { info } = await document_.getMetadata();
  const pages: PdfPage[] = [];
  for (let pageNumber = 1; pageNumber <= document_.numPages; pageNumber += 1) {
    const page = await document_.getPage(pageNumber);
    pages.push(await readPage(page));
    onPage(pageNumber, document_.numPages);
  }
  const facts = {
    title: readInfo(info, 'Title'),
    author: readInfo(info, 'Author'),
    createdAt: readInfo(info, 'CreationDate'),
  };
  return { facts, pages };
}

/** Terminates the workers at a deadline (of `performance.now()`), because a malicious file may keep them busy for ever. */
function withDeadline<T>(task: PDFDocumentLoadingTask, work: Promise<T>, deadline: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        void task.destroy();
        reject(new PdfError('tooSlow'));
      },
      Math.max(0, deadline - performance.now()),
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Opens a PDF and reads the text of its pages.
 *
 * @param onPage called after each page
 * @throws PdfError
 */
export async function openPdf(
  bytes: Uint8Array<ArrayBuffer>,
  onPage: (done: number, total: number) => void,
): Promise<OpenPdf> {
  const pdf = await import('pdfjs-dist');
  pdf.GlobalWorkerOptions.workerSrc = '/pdf/worker.js';
  pdf.GlobalWorkerOptions.rendererSrc = '/pdf/renderer.js';
  const task = pdf.getDocument({
    data: bytes,
    // The policy of our pages forbids both, and this version makes no code of what is in a file (no `isEvalSupported`).
    useWasm: false,
    enableXfa: false,
    useWorkerFetch: false,
    cMapUrl: '/pdf/cmaps/',
    standardFontDataUrl: '/pdf/fonts/',
    maxImageSize: MAX_EMBEDDED_IMAGE_PIXELS,
    verbosity: 0,
  });
  const deadline = performance.now() + PDF_LIMITS.time;
  try {
    const document_ = await withDeadline(task, task.promise, deadline);
    const read = await withDeadline(task, readPages(document_, onPage), deadline);
    return {
      ...read,
      draw: (page) =>
        withDeadline(
          task,
          document_.getPage(page + 1).then(drawPage),
          Math.min(deadline, performance.now() + PDF_LIMITS.drawTime),
        ),
      close: () => task.destroy(),
    };
  } catch (error) {
    await task.destroy();
    throw toPdfError(error);
  }
}
