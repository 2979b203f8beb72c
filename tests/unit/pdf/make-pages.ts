import type { PdfPage, PdfRun } from '../../../utils/pdf/pdf-page.ts';

/** Width of a letter of the text, in sizes: about that of Helvetica. */
const LETTER = 0.5;

export function makeRun(text: string, x: number, y: number, size = 10): PdfRun {
  return { text, x, y, width: text.length * LETTER * size, size };
}

export function makePage(runs: readonly PdfRun[]): PdfPage {
  return { width: 595, height: 842, runs };
}

/** Lines below one another. */
export function makeColumn(lines: readonly string[], x: number, y: number, size = 10): PdfRun[] {
  return lines.map((text, at) => makeRun(text, x, y + at * 14, size));
}
