/**
 * Removes headers, footers and page numbers, which are not part of the text. They are recognised by repetition, by the
 * format in which browsers print them, and by a fixed position that is separated from the text.
 */
import type { PdfLine, PdfPage } from './pdf-page.ts';

/** Height of the top and bottom edges, as a share of the page's height. */
const EDGE_SHARE = 0.12;
/**
 * Height of the margins, as a share of the page's height. Browsers print headers into the margin only; elsewhere, an
 * address may be the end of a list of sources.
 */
const MARGIN_SHARE = 0.05;
/** Minimum share of pages that repeat a header or footer. Less than half, since it may be on every second page only. */
const MIN_REPEATING_SHARE = 0.4;
/** Maximum distance in points between the positions of a repeated line, and between the baselines of one row. */
const MAX_POSITION_DIFFERENCE = 6;
const MAX_BASELINE_DIFFERENCE = 2;
/** Maximum length of a header or footer; higher in the outermost row, which may contain a long address or title. */
const MAX_LENGTH = 120;
const MAX_OUTERMOST_LENGTH = 600;
/**
 * A row at the same height on this share of the pages, and with this gap to the text (in font sizes), is a header or
 * footer, whatever its text.
 */
const MIN_FIXED_SHARE = 0.6;
const MIN_FIXED_PAGES = 3;
const MIN_GAP = 2.5;
/** Maximum font size of a header, relative to the text. */
const MAX_RELATIVE_SIZE = 1.1;

const PAGE_NUMBER =
  /^[\s|·•–—-]*(?:(?:page|seite|pág(?:ina)?|pagina|strona|стор(?:інка)?|стр|side|sida|p)\.?\s*)?\d{1,4}(?:\s*(?:\/|of|von|de|di|van|z|av|af|з|из)\s*\d{1,4})?[\s|·•–—-]*$/iu;

/** Headers and footers of browsers: the address, the page number with the total, and the date of printing. */
const PRINTED_BY_BROWSER: readonly RegExp[] = [
  /^(?:https?|file):\/\/\S+(?:\s+\d{1,4}\s*\/\s*\d{1,4})?$/i,
  /^\d{1,4}\s*\/\s*\d{1,4}$/,
  /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}),?\s+\d{1,2}[:.]\d\d(?:\s*[ap]\.?\s?m\.?)?(?:\s|$)/i,
];

/** Normalises a line, so that it equals the same header on another page with another number. */
const normaliseLine = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');

const isWithin = (share: number, y: number, { height }: PdfPage): boolean =>
  y < share * height || y > (1 - share) * height;

/** The first or last row of a page. */
interface Row {
  lines: readonly PdfLine[];
  y: number;
  /** Distance to the next row in points; infinite if there is no other row. */
  gap: number;
}

function outermostRow(lines: readonly PdfLine[], end: 'top' | 'bottom'): Row | null {
  const sign = end === 'top' ? 1 : -1;
  const y = lines.reduce((best, line) => Math.min(best, sign * line.y), Number.POSITIVE_INFINITY);
  if (y === Number.POSITIVE_INFINITY) return null;
  const inRow = (line: PdfLine): boolean => sign * line.y - y <= MAX_BASELINE_DIFFERENCE;
  const next = lines
    .filter((line) => !inRow(line))
    .reduce((best, line) => Math.min(best, sign * line.y), Number.POSITIVE_INFINITY);
  return { lines: lines.filter(inRow), y: sign * y, gap: next - y };
}

const medianSize = (lines: readonly PdfLine[]): number =>
  lines.map(({ size }) => size).sort((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 0;

/** Rows at a fixed position, such as running heads with the name of each page's section. */
function fixedRows(rows: readonly (Row | null)[], size: number): Set<Row> {
  const separateRows = rows.filter(
    (row): row is Row =>
      row !== null &&
      row.gap >= MIN_GAP * size &&
      row.lines.every((line) => line.size <= MAX_RELATIVE_SIZE * size && line.text.length <= MAX_LENGTH),
  );
  if (separateRows.length < MIN_FIXED_PAGES) return new Set();
  const fixed = separateRows.filter(
    ({ y }) =>
      separateRows.filter((other) => Math.abs(other.y - y) <= MAX_BASELINE_DIFFERENCE).length >=
      MIN_FIXED_SHARE * rows.length,
  );
  return new Set(fixed.length < MIN_FIXED_PAGES ? [] : fixed);
}

/**
 * Removes headers, footers and page numbers.
 *
 * @param lines by page
 * @returns the remaining lines by page
 */
export function dropRunningLines(
  lines: readonly (readonly PdfLine[])[],
  pages: readonly PdfPage[],
): PdfLine[][] {
  const size = medianSize(lines.flat());
  const atEdge = lines.map((own, at) => {
    const page = pages[at];
    return page === undefined ? [] : own.filter(({ y }) => isWithin(EDGE_SHARE, y, page));
  });
  const rowsAt = (end: 'top' | 'bottom'): (Row | null)[] =>
    lines.map((own, at) => {
      const row = outermostRow(own, end);
      const page = pages[at];
      return row !== null && page !== undefined && isWithin(EDGE_SHARE, row.y, page) ? row : null;
    });
  const [tops, bottoms] = [rowsAt('top'), rowsAt('bottom')];
  const fixed = new Set([...fixedRows(tops, size), ...fixedRows(bottoms, size)]);
  const positions = new Map<string, number[]>();
  const pagesWith = new Map<string, Set<number>>();
  const edges = atEdge.map((own, at) =>
    own.filter(
      (line) =>
        line.text.length <= MAX_LENGTH ||
        (line.text.length <= MAX_OUTERMOST_LENGTH &&
          [tops[at], bottoms[at]].some(
            (row) => row != null && Math.abs(row.y - line.y) <= MAX_BASELINE_DIFFERENCE,
          )),
    ),
  );
  for (const [at, own] of edges.entries()) {
    for (const { text, y } of own) {
      const shape = normaliseLine(text);
      const known = positions.get(shape);
      if (known === undefined) positions.set(shape, [y]);
      else known.push(y);
      pagesWith.set(shape, (pagesWith.get(shape) ?? new Set()).add(at));
    }
  }
  const minRepetitions = Math.max(2, Math.ceil(MIN_REPEATING_SHARE * lines.length));
  const isRepeated = (line: PdfLine): boolean => {
    const shape = normaliseLine(line.text);
    const near = (positions.get(shape) ?? []).filter((y) => Math.abs(y - line.y) <= MAX_POSITION_DIFFERENCE);
    return (pagesWith.get(shape)?.size ?? 0) >= minRepetitions && near.length >= minRepetitions;
  };
  return lines.map((own, at) => {
    const rows = [tops[at], bottoms[at]].filter((row) => row !== null && row !== undefined);
    const dropped = new Set((edges[at] ?? []).filter(isRepeated));
    for (const row of rows) {
      const page = pages[at];
      const isPrinted =
        page !== undefined &&
        isWithin(MARGIN_SHARE, row.y, page) &&
        row.lines.some(({ text }) => PRINTED_BY_BROWSER.some((pattern) => pattern.test(text)));
      for (const line of row.lines)
        if (isPrinted || fixed.has(row) || PAGE_NUMBER.test(line.text)) dropped.add(line);
    }
    return own.filter((line) => !dropped.has(line));
  });
}
