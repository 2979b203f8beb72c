/**
 * The order in which a page is read: it is cut where white runs through it from top to bottom, or from side to side where
 * that leaves something to cut from top to bottom (recursive XY cut; Nagy and Seth, 1984).
 */
import type { PdfLine } from './pdf-page.ts';

/** Lines that stand in one column, from top to bottom. */
export type PdfBlock = readonly PdfLine[];

/** A gutter is as wide as this, in sizes of the text beside it, and has so many lines on each side. */
const GUTTER = 0.9;
const LINES_BESIDE = 3;
/** Deeper than any page is divided. */
const DEEPEST = 12;
/** More lines than a page has that people read. */
const MOST_LINES = 2000;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const top = (line: PdfLine): number => line.y - line.size;

/** Places that no line covers, from the widest on. */
function gaps(lines: readonly PdfLine[], from: (line: PdfLine) => number, to: (line: PdfLine) => number) {
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
  place: (line: PdfLine) => number,
): [PdfLine[], PdfLine[]] {
  return [lines.filter((line) => place(line) < at), lines.filter((line) => place(line) >= at)];
}

/** Whether two columns stand beside each other, and not one after the other. */
function areBeside(left: readonly PdfLine[], right: readonly PdfLine[]): boolean {
  if (left.length < LINES_BESIDE || right.length < LINES_BESIDE) return false;
  const begin = Math.max(Math.min(...left.map(top)), Math.min(...right.map(top)));
  const end = Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y)));
  return end > begin;
}

function cutColumns(lines: readonly PdfLine[]): [PdfLine[], PdfLine[]] | null {
  if (lines.length < 2 * LINES_BESIDE) return null;
  const least = GUTTER * median(lines.map(({ size }) => size));
  const found = gaps(
    lines,
    ({ x }) => x,
    ({ right }) => right,
  );
  for (const { at, width } of found) {
    if (width < least) return null;
    const [left, right] = splitAt(lines, at, ({ x }) => x);
    if (areBeside(left, right)) return [left, right];
  }
  return null;
}

const downwards = (lines: readonly PdfLine[]): PdfLine[] =>
  [...lines].sort((a, b) => (Math.abs(a.y - b.y) < 0.4 * Math.min(a.size, b.size) ? a.x - b.x : a.y - b.y));

/**
 * @param isRtl the columns are read from the right
 * @returns columns in the order in which they are read
 */
export function inReadingOrder(lines: readonly PdfLine[], isRtl = false, depth = 0): PdfBlock[] {
  if (lines.length === 0) return [];
  if (depth > DEEPEST || lines.length > MOST_LINES) return [downwards(lines)];
  const columns = cutColumns(lines);
  if (columns !== null) {
    const [left, right] = columns;
    const [first, second] = isRtl ? [right, left] : [left, right];
    return [...inReadingOrder(first, isRtl, depth + 1), ...inReadingOrder(second, isRtl, depth + 1)];
  }
  const bands = gaps(lines, top, ({ y, size }) => y + size * 0.3);
  for (const { at } of bands) {
    const [upper, lower] = splitAt(lines, at, ({ y }) => y);
    if (cutColumns(upper) === null && cutColumns(lower) === null) continue;
    return [...inReadingOrder(upper, isRtl, depth + 1), ...inReadingOrder(lower, isRtl, depth + 1)];
  }
  return [downwards(lines)];
}
