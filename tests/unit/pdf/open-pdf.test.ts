// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PDF_LIMITS } from '../../../utils/pdf/pdf-limits.ts';

type Filter = (at: number) => boolean;

/** Stands in for pdf.js: a file of one page, which is drawn for as long as `draw` takes. */
const reader = vi.hoisted(() => ({
  isWorkerRendering: true,
  draw: (_: Filter): Promise<void> => Promise.resolve(),
  destroyed: 0,
}));
vi.mock('pdfjs-dist', () => {
  const page = {
    view: [0, 0],
    getViewport: ({ scale }: { scale: number }) => ({ width: 600 * scale, height: 800 * scale }),
    getTextContent: async () => ({ items: [{ str: 'Tide', transform: [1, 0, 0, 1, 10, 700], width: 20 }] }),
    render: ({ operationsFilter }: { operationsFilter: Filter }) => ({
      isWorkerRendering: reader.isWorkerRendering,
      // A step later, as when it has the steps of the page.
      promise: Promise.resolve().then(() => reader.draw(operationsFilter)),
    }),
  };
  const document_ = { numPages: 1, getMetadata: async () => ({ info: {} }), getPage: async () => page };
  return {
    GlobalWorkerOptions: {},
    getDocument: () => ({
      promise: Promise.resolve(document_),
      destroy: async () => {
        reader.destroyed += 1;
      },
    }),
  };
});
const { openPdf } = await import('../../../entrypoints/shared/pdf/open-pdf.ts');

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(reader, { isWorkerRendering: true, draw: () => Promise.resolve(), destroyed: 0 });
  vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((take) => take(new Blob(['picture'])));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const open = () => openPdf(new Uint8Array(), () => undefined);

it('draws a page', async () => {
  expect(await (await open()).draw(0)).toBeInstanceOf(Blob);
  expect(reader.destroyed).toBe(0);
});

it('ends the drawing of a page that takes for ever, and says that it was too slow', async () => {
  const pdf = await open();
  expect(pdf.pages[0]?.runs[0]?.text).toBe('Tide');
  reader.draw = () => new Promise(() => undefined);
  const drawn = expect(pdf.draw(0)).rejects.toMatchObject({ code: 'tooSlow' });
  await vi.advanceTimersByTimeAsync(PDF_LIMITS.drawTime - 1);
  expect(reader.destroyed).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  await drawn;
  expect(reader.destroyed).toBe(1);
});

it('draws nothing on the thread that all our pages share', async () => {
  const pdf = await open();
  reader.isWorkerRendering = false;
  const steps: number[] = [];
  reader.draw = async (filter) => {
    if (filter(0)) steps.push(0);
  };
  await expect(pdf.draw(0)).rejects.toThrow('in a worker only');
  expect(steps).toEqual([]);
});
