/**
 * Printed headers and footers, and page numbers: they are at the top and bottom of pages and are no text of any. Known by
 * what they repeat, by what browsers print there, and by a fixed position apart from the text.
 */
import type { PdfLine, PdfPage } from './pdf-page.ts';

/** What counts as the edge: shares of the page's height. */
const EDGE = 0.12;
/** Browsers print into the margin, where no text is: a list of sources may well end in an address. */
const MARGIN = 0.05;
/** A line on so many pages of a document is a header or footer: also on every second page. */
const REPEATS = 0.4;
/** How far the positions of the same line differ, in points; and the baselines of one row. */
const SAME_PLACE = 6;
const SAME_ROW = 2;
/** A longer line is text, whatever it repeats; but in the outermost row, where addresses and titles are printed. */
const LONGEST = 120;
const MAX_OUTERMOST = 600;
/** A row at the same height of so many pages, and so far from the text, is a header whatever it says. In sizes: the gap. */
const FIXED_ON = 0.6;
const MIN_FIXED_PAGES = 3;
const MIN_GAP = 2.5;
/** Headers are no larger than the text by more than this. */
const MAX_SIZE = 1.1;

const PAGE_NUMBER =
  /^[\s|·•–—-]*(?:(?:page|seite|pág(?:ina)?|pagina|strona|стор(?:інка)?|стр|side|sida|p)\.?\s*)?\d{1,4}(?:\s*(?:\/|of|von|de|di|van|z|av|af|з|из)\s*\d{1,4})?[\s|·•–—-]*$/iu;

/** What browsers print in the margins: the address, the number of the page among all, and when it was printed. */
const PRINTED: readonly RegExp[] = [
  /^(?:https?|file):\/\/\S+(?:\s+\d{1,4}\s*\/\s*\d{1,4})?$/i,
  /^\d{1,4}\s*\/\s*\d{1,4}$/,
  /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}),?\s+\d{1,2}[:.]\d\d(?:\s*[ap]\.?\s?m\.?)?(?:\s|$)/i,
];

/** The same line on another page: figures count up. */
const shapeOf = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');

const isWithin = (share: number, y: number, { height }: PdfPage): boolean =>
  y < share * height || y > (1 - share) * height;

/** The first row of a page, or the last, with the distance to the next one. */
interface Row {
  lines: readonly PdfLine[];
  y: number;
  /** Points; without end where there is no other row. */
  gap: number;
}

function outermostRow(lines: readonly PdfLine[], end: 'top' | 'bottom'): Row | null {
  const sign = end === 'top' ? 1 : -1;
  const y = lines.reduce((best, line) => Math.min(best, sign * line.y), Number.POSITIVE_INFINITY);
  if (y === Number.POSITIVE_INFINITY) return null;
  const inRow = (line: PdfLine): boolean => sign * line.y - y <= SAME_ROW;
  const next = lines
    .filter((line) => !inRow(line))
    .reduce((best, line) => Math.min(best, sign * line.y), Number.POSITIVE_INFINITY);
  return { lines: lines.filter(inRow), y: sign * y, gap: next - y };
}

const medianSize = (lines: readonly PdfLine[]): number =>
  lines.map(({ size }) => size).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;

/** Rows at a fixed position, as running heads are that name each page's own section. */
function fixedRows(rows: readonly (Row | null)[], size: number): Set<Row> {
  const apart = rows.filter(
    (row): row is Row =>
      row !== null &&
      row.gap >= MIN_GAP * size &&
      row.lines.every((line) => line.size <= MAX_SIZE * size && line.text.length <= LONGEST),
  );
  if (apart.length < MIN_FIXED_PAGES) return new Set();
  const same = apart.filter(
    ({ y }) => apart.filter((other) => Math.abs(other.y - y) <= SAME_ROW).length >= FIXED_ON * rows.length,
  );
  return new Set(same.length < MIN_FIXED_PAGES ? [] : same);
}

/**
 * @param lines of each page
 * @returns the same without headers and footers
 */
export function dropRunningLines(
  lines: readonly (readonly PdfLine[])[],
  pages: readonly PdfPage[],
): PdfLine[][] {
  const size = medianSize(lines.flat());
  const atEdge = lines.map((own, at) => {
    const page = pages[at];
    return page === undefined ? [] : own.filter(({ y }) => isWithin(EDGE, y, page));
  });
  const rowsAt = (end: 'top' | 'bottom'): (Row | null)[] =>
    lines.map((own, at) => {
      const row = outermostRow(own, end);
      const page = pages[at];
      return row !== null && page !== undefined && isWithin(EDGE, row.y, page) ? row : null;
    });
  const [tops, bottoms] = [rowsAt('top'), rowsAt('bottom')];
  const fixed = new Set([...fixedRows(tops, size), ...fixedRows(bottoms, size)]);
  const places = new Map<string, number[]>();
  const pagesWith = new Map<string, Set<number>>();
  const edges = atEdge.map((own, at) =>
    own.filter(
      (line) =>
        line.text.length <= LONGEST ||
        (line.text.length <= MAX_OUTERMOST &&
          [tops[at], bottoms[at]].some((row) => row != null && Math.abs(row.y - line.y) <= SAME_ROW)),
    ),
  );
  for (const [at, own] of edges.entries()) {
    for (const { text, y } of own) {
      const shape = shapeOf(text);
      const known = places.get(shape);
      if (known === undefined) places.set(shape, [y]);
      else known.push(y);
      pagesWith.set(shape, (pagesWith.get(shape) ?? new Set()).add(at));
    }
  }
  const enough = Math.max(2, Math.ceil(REPEATS * lines.length));
  const runs = (line: PdfLine): boolean => {
    const shape = shapeOf(line.text);
    const near = (places.get(shape) ?? []).filter((y) => Math.abs(y - line.y) <= SAME_PLACE);
    return (pagesWith.get(shape)?.size ?? 0) >= enough && near.length >= enough;
  };
  return lines.map((own, at) => {
    const rows = [tops[at], bottoms[at]].filter((row) => row !== null && row !== undefined);
    const dropped = new Set((edges[at] ?? []).filter(runs));
    for (const row of rows) {
      const page = pages[at];
      const isPrinted =
        page !== undefined &&
        isWithin(MARGIN, row.y, page) &&
        row.lines.some(({ text }) => PRINTED.some((pattern) => pattern.test(text)));
      for (const line of row.lines)
        if (isPrinted || fixed.has(row) || PAGE_NUMBER.test(line.text)) dropped.add(line);
    }
    return own.filter((line) => !dropped.has(line));
  });
}
