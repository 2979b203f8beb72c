/**
 * Writes CSV that is safe to open in a spreadsheet (RFC 4180; OWASP, “CSV injection”). An apostrophe is inserted before
 * a formula character at the beginning of a cell, and after a character inside a cell that could begin a new one: in
 * locales with decimal commas, spreadsheets split rows at semicolons and ignore our quotation marks. We use our own
 * writer, since Papa Parse guards only the first character of a cell, and no full-width characters.
 */

/** Includes full-width characters, which start formulas in Japanese and Chinese spreadsheets. */
const FORMULA_CHARACTER = /[=+\-@\uff1d\uff0b\uff0d\uff20]/;
/** Characters after which a cell or a row may begin, with any separator. */
const CELL_SEPARATOR = /[;\t\r\n]/;
/** Characters that spreadsheets skip before a formula: spaces, quotation marks, zero-width characters. */
const SKIPPED_CHARACTER =
  /[\s'"\u2018\u2019\u201c\u201d\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Cells that need no quotation marks with any separator. */
const UNQUOTED_CELL = /^(?!\s)[^;,\t"'\r\n]*(?<!\s)$/;

type Cell = string | number | boolean | null;

/**
 * The positions of all formula characters that a spreadsheet could evaluate, including apostrophes before them.
 *
 * Scans character by character, since a regular expression would take quadratic time on a run of spaces.
 */
function findFormulas(text: string): { from: number; position: number }[] {
  const found: { from: number; position: number }[] = [];
  let canStartCell = true;
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === "'") continue;
    if (canStartCell && FORMULA_CHARACTER.test(character)) found.push({ from, position: index });
    // OWASP: these two are dangerous only at the very start of a cell.
    else if (from === 0 && (character === '\t' || character === '\r')) found.push({ from, position: index });
    canStartCell = CELL_SEPARATOR.test(character) || (canStartCell && SKIPPED_CHARACTER.test(character));
    from = index + 1;
  }
  return found;
}

function guardFormulas(text: string): string {
  let guarded = '';
  let copiedUntil = 0;
  for (const { from } of findFormulas(text)) {
    guarded += `${text.slice(copiedUntil, from)}'`;
    copiedUntil = from;
  }
  return guarded + text.slice(copiedUntil);
}

/** Removes the apostrophes inserted by `writeCsvRow`. */
export function unguardCell(text: string): string {
  let unguarded = '';
  let copiedUntil = 0;
  for (const { from, position } of findFormulas(text)) {
    if (from === position) continue;
    unguarded += text.slice(copiedUntil, from);
    copiedUntil = from + 1;
  }
  return unguarded + text.slice(copiedUntil);
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const guarded = guardFormulas(cell);
  return UNQUOTED_CELL.test(guarded) ? guarded : `"${guarded.replaceAll('"', '""')}"`;
}

/** Writes a row of CSV with its line break. */
export function writeCsvRow(cells: readonly Cell[], separator: ',' | '\t' = ','): string {
  return `${cells.map(writeCell).join(separator)}\r\n`;
}

/**
 * Encodes a text as UTF-16. Excel splits CSV at the separator of the computer's region, which may be a semicolon,
 * unless the file is in UTF-16 with tabs, as its own "Unicode text".
 */
export function encodeForExcel(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new DataView(new ArrayBuffer(2 * text.length));
  for (let index = 0; index < text.length; index += 1)
    bytes.setUint16(2 * index, text.charCodeAt(index), true);
  return new Uint8Array(bytes.buffer);
}

/** A byte order mark, so that spreadsheets read the file as UTF-8. */
export const UTF8_BOM = '\ufeff';
