/** Reading PDFs with pdf.js. It is loaded when a PDF is read, runs nothing that is in one, and asks the network nothing. */
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy, RenderTask } from 'pdfjs-dist';
import { PdfError } from '../../../utils/pdf/pdf-error.ts';
import { PDF_LIMITS } from '../../../utils/pdf/pdf-limits.ts';
import type { PdfMetadata, PdfPage, PdfRun } from '../../../utils/pdf/pdf-page.ts';

/** Width of a page's picture in pixels, its longest side, and the quality of the JPEG. */
const WIDTH = 1000;
const MAX_HEIGHT_PX = 2000;
const QUALITY = 0.65;
/** Larger pictures inside of a page are left white: pixels. */
const LARGEST_PICTURE = 40_000_000;

export interface OpenPdf {
  facts: PdfMetadata;
  pages: PdfPage[];
  /** Draws a page, from 0, as a JPEG. */
  draw: (page: number) => Promise<Blob | null>;
  close: () => Promise<void>;
}

/** The part of a text item that is used; marked content has none of it. */
interface TextItem {
  str: string;
  transform: readonly number[];
  width: number;
}

const isText = (item: object): item is TextItem => 'str' in item && 'transform' in item;

function readRun(item: TextItem, height: number): PdfRun | null {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform;
  // What runs up or down a page's edge is no part of its text.
  if (item.str === '' || Math.abs(b) > Math.abs(a)) return null;
  return { text: item.str, x, y: height - y, width: item.width, size: Math.hypot(c, d) };
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const [left = 0, bottom = 0] = page.view;
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => (isText(item) ? (readRun(item, height) ?? []) : []));
  return { width, height, runs: runs.map((run) => ({ ...run, x: run.x - left, y: run.y + bottom })) };
}

/**
 * Drawn in pdf.js's own worker, which can be ended: one step may take for ever, such as a path of any number of curves
 * or a pattern made of patterns.
 *
 * @throws where it can't be drawn there
 */
async function drawPage(page: PDFPageProxy): Promise<Blob | null> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(WIDTH / width, MAX_HEIGHT_PX / height);
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  // Asked before each step, and where pdf.js has no worker it would draw on the thread that all our pages need.
  const operationsFilter = (): boolean => {
    if (!drawing.isWorkerRendering) throw new Error('pages are drawn in a worker only');
    return true;
  };
  const drawing: RenderTask = page.render({
    canvas,
    viewport,
    // As for printing: drawing for the screen stands still in a tab that nobody looks at.
    intent: 'print',
    annotationMode: 0,
    operationsFilter,
  });
  await drawing.promise;
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
}

const stated = (info: object, name: string): string | null => {
  const value = (info as Record<string, unknown>)[name];
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

function explain(error: unknown): PdfError {
  if (error instanceof PdfError) return error;
  const name = error instanceof Error ? error.name : '';
  return new PdfError(name === 'PasswordException' ? 'locked' : 'damaged', { cause: error });
}

async function readAll(
  document_: PDFDocumentProxy,
  onPage: (done: number, total: number) => void,
): Promise<Pick<OpenPdf, 'facts' | 'pages'>> {
  if (document_.numPages > PDF_LIMITS.pages) throw new PdfError('tooBig');
  const { info } = await document_.getMetadata();
  const pages: PdfPage[] = [];
  for (let at = 1; at <= document_.numPages; at += 1) {
    const page = await document_.getPage(at);
    pages.push(await readPage(page));
    onPage(at, document_.numPages);
  }
  const facts = {
    title: stated(info, 'Title'),
    author: stated(info, 'Author'),
    createdAt: stated(info, 'CreationDate'),
  };
  return { facts, pages };
}

/** Ends the workers where it takes too long: a file that means harm may keep it busy for ever. */
function within<T>(task: PDFDocumentLoadingTask, work: Promise<T>, until: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        void task.destroy();
        reject(new PdfError('tooSlow'));
      },
      Math.max(0, until - performance.now()),
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Opens a PDF and reads the text of its pages.
 *
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
    maxImageSize: LARGEST_PICTURE,
    verbosity: 0,
  });
  const until = performance.now() + PDF_LIMITS.time;
  try {
    const document_ = await within(task, task.promise, until);
    const read = await within(task, readAll(document_, onPage), until);
    return {
      ...read,
      draw: (page) =>
        within(
          task,
          document_.getPage(page + 1).then(drawPage),
          Math.min(until, performance.now() + PDF_LIMITS.drawTime),
        ),
      close: () => task.destroy(),
    };
  } catch (error) {
    await task.destroy();
    throw explain(error);
  }
}
