import type { PdfPage, PdfRun } from '../../../utils/pdf/pdf-page.ts';

/** Width of a letter of the text, in sizes: about that of Helvetica. */
const LETTER = 0.5;

export const makeRun = (text: string, x: number, y: number, size = 10): PdfRun => ({
  text,
  x,
  y,
  width: text.length * LETTER * size,
  size,
});

export const makePage = (runs: readonly PdfRun[]): PdfPage => ({ width: 595, height: 842, runs });

/** Lines below one another. */
export const makeColumn = (lines: readonly string[], x: number, y: number, size = 10): PdfRun[] =>
  lines.map((text, at) => makeRun(text, x, y + at * 14, size));
