/** A cell that a spreadsheet would run as a formula (OWASP, “CSV injection”). */
const FORMULA = /^[=+\-@\t\r]/;

type Cell = string | number | boolean | null;

/** One cell: quoted where it must be, and with an apostrophe before what would be a formula. */
function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row of CSV with its line end (RFC 4180). */
export function writeCsvRow(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

/** So that spreadsheets read a file as UTF-8. */
export const CSV_MARK = '\ufeff';

/** What `writeCsvRow` put before a formula, taken away again. */
export function readGuardedCell(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
