import type { PdfLine, PdfPage, PdfRun } from './pdf-page.ts';

/** Gaps between runs, in sizes of the font: a blank, and what is wider than any blank. */
const BLANK = 0.15;
const COLUMN_GAP = 1;
/** How far baselines of one line differ, in sizes: raised figures and initials. */
const SAME_LINE = 0.4;

function joins(line: PdfLine, run: PdfRun): boolean {
  const size = Math.max(line.size, run.size);
  if (Math.abs(run.y - line.y) > SAME_LINE * size) return false;
  const gap = run.x - line.right;
  // What overlaps by more than a letter was drawn over it, or stands in another column of a line drawn before.
  return gap > -size && gap < COLUMN_GAP * size;
}

/**
 * Joins the runs of a page to lines, as they follow one another in the file. A gap that is wider than a blank ends a
 * line: what comes after it may stand in another column.
 */
export function joinRuns(page: PdfPage, at: number): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const run of page.runs) {
    const text = run.text.replace(/\s+/g, ' ');
    const last = lines.at(-1);
    if (last !== undefined && joins(last, run)) {
      const gap = run.x - last.right;
      const needsBlank = gap > BLANK * run.size && !last.text.endsWith(' ') && !text.startsWith(' ');
      last.text += needsBlank ? ` ${text}` : text;
      last.right = Math.max(last.right, run.x + run.width);
      if (run.size > last.size) {
        last.size = run.size;
        last.y = run.y;
      }
    } else if (text.trim() !== '') {
      lines.push({ text, x: run.x, right: run.x + run.width, y: run.y, size: run.size, page: at });
    }
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/ +/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}
