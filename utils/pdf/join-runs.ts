import type { PdfLine, PdfPage, PdfRun } from './pdf-page.ts';

/** Gaps between runs, in font sizes: the minimum width of a space, and of a gap between columns. */
const MIN_SPACE = 0.15;
const MIN_COLUMN_GAP = 1;
/** Maximum distance of baselines within a line, in font sizes, such as of superscripts and drop caps. */
const MAX_BASELINE_DIFFERENCE = 0.4;

function isSameLine(line: PdfLine, run: PdfRun): boolean {
  const size = Math.max(line.size, run.size);
  if (Math.abs(run.y - line.y) > MAX_BASELINE_DIFFERENCE * size) return false;
  const gap = run.x - line.right;
  // A run that overlaps by more than a letter was drawn over the line, or belongs to a column further to the left.
  return gap > -size && gap < MIN_COLUMN_GAP * size;
}

/**
 * Joins the runs of a page into lines, in the order of the file. A gap that is wider than a space ends a line, since the
 * next run may be in another column.
 *
 * @param pageIndex zero-based page number
 */
export function joinRuns(page: PdfPage, pageIndex: number): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const run of page.runs) {
    const text = run.text.replace(/\s+/g, ' ');
    const last = lines.at(-1);
    if (last !== undefined && isSameLine(last, run)) {
      const gap = run.x - last.right;
      const needsSpace = gap > MIN_SPACE * run.size && !last.text.endsWith(' ') && !text.startsWith(' ');
      last.text += needsSpace ? ` ${text}` : text;
      last.right = Math.max(last.right, run.x + run.width);
      if (run.size > last.size) {
        last.size = run.size;
        last.y = run.y;
      }
    } else if (text.trim() !== '') {
      lines.push({ text, x: run.x, right: run.x + run.width, y: run.y, size: run.size, page: pageIndex });
    }
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/ +/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}
