/**
 * CSV that is safe to open (RFC 4180; OWASP, “CSV injection”).
 *
 * A cell that begins with a sign of a formula gets an apostrophe before the sign. So does a sign inside a cell after
 * what could begin a cell: where a country writes decimals with a comma, a spreadsheet parts cells at semicolons,
 * heeds quotation marks only where its own cells begin, and so sees the inside of ours.
 *
 * Ours, since Papa Parse guards the first sign of a cell only, and no full-width one.
 */

/** Full-width signs are formulas too to a spreadsheet that speaks Japanese or Chinese. */
const SIGN = /[=+\-@\uff1d\uff0b\uff0d\uff20]/;
/** Where a cell may begin, or a row, for whoever parts them at other marks than commas. */
const PARTS = /[;\t\r\n]/;
/** What spreadsheets skip before a sign: blanks, quotation marks, signs without width. */
const SKIPPED =
  /[\s'"\u2018\u2019\u201c\u201d\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Needs no quotation marks, whichever mark parts the cells. */
const PLAIN = /^(?!\s)[^;,\t"'\r\n]*(?<!\s)$/;

type Cell = string | number | boolean | null;

/**
 * Where each sign of a formula stands that a spreadsheet could run, the apostrophes right before it included.
 *
 * Found sign by sign, not with one pattern: that would go over a run of blanks once for each of them.
 */
function findSigns(text: string): { from: number; sign: number }[] {
  const found: { from: number; sign: number }[] = [];
  let mayBegin = true;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === "'") continue;
    if (mayBegin && SIGN.test(mark)) found.push({ from, sign: at });
    // At a cell's very start these two alone are to be guarded, says OWASP.
    else if (from === 0 && (mark === '\t' || mark === '\r')) found.push({ from, sign: at });
    mayBegin = PARTS.test(mark) || (mayBegin && SKIPPED.test(mark));
    from = at + 1;
  }
  return found;
}

function guard(text: string): string {
  let safe = '';
  let written = 0;
  for (const { from } of findSigns(text)) {
    safe += `${text.slice(written, from)}'`;
    written = from;
  }
  return safe + text.slice(written);
}

/** What `writeCsvRow` put before signs, taken away again. */
export function readGuardedCell(text: string): string {
  let plain = '';
  let read = 0;
  for (const { from, sign } of findSigns(text)) {
    if (from === sign) continue;
    plain += text.slice(read, from);
    read = from + 1;
  }
  return plain + text.slice(read);
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = guard(cell);
  return PLAIN.test(safe) ? safe : `"${safe.replaceAll('"', '""')}"`;
}

/** One row of CSV with its line end. */
export function writeCsvRow(cells: readonly Cell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`;
}

/** So that spreadsheets read a file as UTF-8. */
export const CSV_MARK = '\ufeff';
