/**
 * The reading order of a page, by a recursive XY cut (Nagy and Seth, 1984). A page is divided at a vertical gutter;
 * without one, at a horizontal gap if one of the resulting parts has a gutter.
 */
import type { PdfLine } from './pdf-page.ts';

/** The lines of a column, from top to bottom. */
export type PdfBlock = readonly PdfLine[];

/** Minimum width of a gutter in font sizes, and minimum number of lines on each side. */
const MIN_GUTTER = 0.9;
const MIN_LINES_BESIDE = 3;
/** Maximum recursion depth; no page needs more. */
const MAX_DEPTH = 12;
/** Maximum number of lines on a page; one with more is not divided, to limit the time. */
const MAX_LINES = 2000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const top = (line: PdfLine): number => line.y - line.size;

/** Gaps along one axis that no line covers, widest first. */
function findGaps(lines: readonly PdfLine[], from: (line: PdfLine) => number, to: (line: PdfLine) => number) {
  const sorted = [...lines].sort((a, b) => from(a) - from(b));
  const found: { at: number; width: number }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const line of sorted) {
    const start = from(line);
    if (end > Number.NEGATIVE_INFINITY && start > end)
      found.push({ at: (start + end) / 2, width: start - end });
    end = Math.max(end, to(line));
  }
  return found.sort((a, b) => b.width - a.width);
}

function splitAt(
  lines: readonly PdfLine[],
  at: number,
  position: (line: PdfLine) => number,
): [PdfLine[], PdfLine[]] {
  return [lines.filter((line) => position(line) < at), lines.filter((line) => position(line) >= at)];
}

/** Whether two groups of lines overlap vertically, so that they are columns side by side. */
function areSideBySide(left: readonly PdfLine[], right: readonly PdfLine[]): boolean {
  if (left.length < MIN_LINES_BESIDE || right.length < MIN_LINES_BESIDE) return false;
  const begin = Math.max(Math.min(...left.map(top)), Math.min(...right.map(top)));
  const end = Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y)));
  return end > begin;
}

function splitColumns(lines: readonly PdfLine[]): [PdfLine[], PdfLine[]] | null {
  if (lines.length < 2 * MIN_LINES_BESIDE) return null;
  const minWidth = MIN_GUTTER * median(lines.map(({ size }) => size));
  const found = findGaps(
    lines,
    ({ x }) => x,
    ({ right }) => right,
  );
  for (const { at, width } of found) {
    if (width < minWidth) return null;
    const [left, right] = splitAt(lines, at, ({ x }) => x);
    if (areSideBySide(left, right)) return [left, right];
  }
  return null;
}

const sortDownwards = (lines: readonly PdfLine[]): PdfLine[] =>
  [...lines].sort((a, b) => (Math.abs(a.y - b.y) < 0.4 * Math.min(a.size, b.size) ? a.x - b.x : a.y - b.y));

/**
 * Sorts the lines of a page into columns.
 *
 * @param isRtl true if columns are read from right to left
 * @param depth of the recursion
 * @returns columns in reading order
 */
export function sortIntoColumns(lines: readonly PdfLine[], isRtl = false, depth = 0): PdfBlock[] {
  if (lines.length === 0) return [];
  if (depth > MAX_DEPTH || lines.length > MAX_LINES) return [sortDownwards(lines)];
  const columns = splitColumns(lines);
  if (columns !== null) {
    const [left, right] = columns;
    const [first, second] = isRtl ? [right, left] : [left, right];
    return [...sortIntoColumns(first, isRtl, depth + 1), ...sortIntoColumns(second, isRtl, depth + 1)];
  }
  const bands = findGaps(lines, top, ({ y, size }) => y + size * 0.3);
  for (const { at } of bands) {
    const [upper, lower] = splitAt(lines, at, ({ y }) => y);
    if (splitColumns(upper) === null && splitColumns(lower) === null) continue;
    return [...sortIntoColumns(upper, isRtl, depth + 1), ...sortIntoColumns(lower, isRtl, depth + 1)];
  }
  return [sortDownwards(lines)];
}
