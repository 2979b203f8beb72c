/** Readers of what exporters write, by the formats' own rules and with none of our code. */
import { SaxesParser } from 'saxes';

/** What is wrong with an XML document, or `''`; a document type may have no subset of its own. */
export function xmlError(text: string): string {
  const parser = new SaxesParser({ xmlns: true });
  let wrong = '';
  parser.on('error', (error) => {
    wrong ||= error.message;
  });
  parser.on('doctype', (declaration) => {
    if (declaration.includes('[')) wrong ||= 'an internal subset';
  });
  parser.write(text).close();
  return wrong;
}

/**
 * RFC 4180, to the letter.
 *
 * @throws Error where the text is none
 */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      if (text[at] === '"') {
        let cell = '';
        for (at += 1; ; ) {
          const end = text.indexOf('"', at);
          if (end === -1) throw new Error('a quoted cell without an end');
          cell += text.slice(at, end);
          at = end + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at += 1;
        }
        row.push(cell);
      } else {
        const cell = /^[^",\r\n]*/.exec(text.slice(at, at + 200_000))?.[0] ?? '';
        row.push(cell);
        at += cell.length;
      }
      if (text[at] !== ',') break;
      at += 1;
    }
    if (!text.startsWith('\r\n', at)) throw new Error(`no end of a row at ${at}: ${text.slice(at, at + 20)}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

/**
 * Cells as a spreadsheet takes them that parts them at another mark: quotation marks count only where a cell begins,
 * and what follows the closing one still belongs to the cell.
 */
export function spreadsheetCells(text: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? '';
    if (isStart && mark === '"') {
      for (at += 1; at < text.length; at += 1) {
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else break;
      }
    } else if (mark === separator || mark === '\n' || mark === '\r') {
      cells.push(cell);
      cell = '';
      isStart = true;
      continue;
    } else cell += mark;
    isStart = false;
  }
  return [...cells, cell];
}

export interface BibtexEntry {
  type: string;
  key: string;
  fields: Map<string, string>;
}

/**
 * Entries as BibTeX reads them: braces are counted whatever stands before them, a value is one braced group, and
 * between entries nothing may stand.
 *
 * @throws Error where a brace is left over, a field has no value, or a line is no line of an entry
 */
export function parseBibtex(text: string): BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const head = /^@([a-z]+)\{([a-z0-9]+),\n/.exec(rest);
    if (head === null) throw new Error(`no entry: ${rest.slice(0, 60)}`);
    rest = rest.slice(head[0].length);
    const fields = new Map<string, string>();
    for (;;) {
      const name = /^ {2}([a-z]+) = \{/.exec(rest);
      if (name === null) throw new Error(`no field: ${rest.slice(0, 60)}`);
      let depth = 1;
      let at = name[0].length;
      for (; depth > 0; at += 1) {
        if (at >= rest.length) throw new Error('a brace that is never closed');
        if (rest[at] === '{') depth += 1;
        if (rest[at] === '}') depth -= 1;
      }
      fields.set(name[1] ?? '', rest.slice(name[0].length, at - 1));
      rest = rest.slice(at);
      if (!rest.startsWith(',\n')) break;
      rest = rest.slice(2);
    }
    if (!/^\n\}(?:\n|$)/.test(rest)) throw new Error(`no end: ${rest.slice(0, 60)}`);
    rest = rest.slice(2).trimStart();
    entries.push({ type: head[1] ?? '', key: head[2] ?? '', fields });
  }
  return entries;
}

const OPENING = /[\u202a\u202b\u2066-\u2068]/;

/** True where no control of direction reaches out of a line: each is closed, and none overrides. */
export function isBalanced(text: string): boolean {
  return text.split(/[\n\r\u0085\u2028\u2029]/).every((line) => {
    const open: boolean[] = [];
    for (const mark of line) {
      if (/[\u202d\u202e]/.test(mark)) return false;
      if (OPENING.test(mark)) open.push(mark >= '\u2066');
      if (mark === '\u2069' && open.pop() !== true) return false;
      if (mark === '\u202c' && open.pop() !== false) return false;
    }
    return open.length === 0;
  });
}
