/**
 * CSV as exports write it (RFC 4180), read piece by piece. It forgives what is wrong in one row, so that the others
 * are not lost with it: a quotation mark that is never closed, marks inside unquoted fields, blanks around marks.
 *
 * Ours, since Papa Parse (5.7.1, seven times as large) takes every row after a mark that is never closed for one field.
 */

/** A quoted field longer than this was never closed. */
const LONGEST_FIELD = 1_000_000;

interface Row {
  fields: string[];
  /** Where the next row begins. */
  next: number;
  /** A quoted field runs over a line's end. */
  spans: boolean;
  /** … and has an address in it, as a row would. */
  swallows: boolean;
}

const SEPARATORS = [',', ';', '\t'];

/** What the first line parts its fields with. */
export function findSeparator(head: string): string {
  const line = /^[^\r\n]*/.exec(head)?.[0] ?? '';
  const counts = SEPARATORS.map((mark) => line.split(mark).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Takes pieces of a CSV file and gives its rows. */
export class CsvParser {
  readonly #separator: string;
  #buffer = '';
  /** Fields of the first row: what the others should have. */
  #columns = 0;
  #atStart = true;

  /** @param separator one character; see `findSeparator` */
  constructor(separator: string) {
    this.#separator = separator;
  }

  /** Rows that are complete now. */
  push(piece: string): string[][] {
    this.#buffer += piece;
    return this.#take(false);
  }

  /** The last rows. */
  end(): string[][] {
    return this.#take(true);
  }

  #take(isLast: boolean): string[][] {
    const rows: string[][] = [];
    let at = 0;
    while (at < this.#buffer.length) {
      const row = this.#readRow(at, isLast);
      if (row === null) break;
      at = row.next;
      // Empty lines, as at the end of the file.
      if (row.fields.length === 1 && row.fields[0]?.trim() === '') continue;
      if (this.#atStart) this.#columns = row.fields.length;
      this.#atStart = false;
      rows.push(row.fields);
    }
    this.#buffer = this.#buffer.slice(at);
    return rows;
  }

  /** A row that swallowed others is read once more, its marks taken for what they are: text. */
  #readRow(from: number, isLast: boolean): Row | null {
    const row = this.#readFields(from, isLast, true);
    if (row === null || !row.spans || this.#atStart) return row;
    if (row.fields.length === this.#columns && !row.swallows) return row;
    const plain = this.#readFields(from, isLast, false);
    return plain !== null && plain.fields.length === this.#columns ? plain : row;
  }

  #readFields(from: number, isLast: boolean, quotes: boolean): Row | null {
    const fields: string[] = [];
    let at = from;
    let spans = false;
    let swallows = false;
    for (;;) {
      const field = (quotes ? this.#readQuoted(at, isLast) : null) ?? this.#readBare(at, isLast);
      if (field === 'more') return null;
      fields.push(field.text);
      if (quotes && field.text.includes('\n')) {
        spans = true;
        swallows ||= field.text.includes('://');
      }
      at = field.end;
      const mark = this.#buffer[at];
      if (mark === this.#separator) {
        at += 1;
        continue;
      }
      // A line's end, or the file's.
      if (mark === '\r') at += this.#buffer[at + 1] === '\n' ? 2 : 1;
      else if (mark === '\n') at += 1;
      return { fields, next: at, spans, swallows };
    }
  }

  #readBare(from: number, isLast: boolean): { text: string; end: number } | 'more' {
    for (let at = from; at < this.#buffer.length; at += 1) {
      const mark = this.#buffer[at];
      if (mark === this.#separator || mark === '\n') return { text: this.#buffer.slice(from, at), end: at };
      // A carriage return at the very end may be half of a line's end.
      if (mark === '\r' && (isLast || at + 1 < this.#buffer.length))
        return { text: this.#buffer.slice(from, at), end: at };
    }
    return isLast ? { text: this.#buffer.slice(from), end: this.#buffer.length } : 'more';
  }

  /** A quoted field; null where there is none, or its mark is never closed. */
  #readQuoted(from: number, isLast: boolean): { text: string; end: number } | 'more' | null {
    let open = from;
    while (this.#buffer[open] === ' ') open += 1;
    if (this.#buffer[open] !== '"') return open >= this.#buffer.length && !isLast ? 'more' : null;
    let at = open + 1;
    for (;;) {
      const mark = this.#buffer.indexOf('"', at);
      if (mark === -1 || mark - open > LONGEST_FIELD) {
        return isLast || this.#buffer.length - open > LONGEST_FIELD ? null : 'more';
      }
      if (this.#buffer[mark + 1] === '"') {
        at = mark + 2;
        continue;
      }
      let after = mark + 1;
      while (this.#buffer[after] === ' ') after += 1;
      const next = this.#buffer[after];
      if (next === undefined && !isLast) return 'more';
      if (next === undefined || next === this.#separator || next === '\n' || next === '\r') {
        return { text: this.#buffer.slice(open + 1, mark).replaceAll('""', '"'), end: after };
      }
      // A mark amid the field that should have been doubled.
      at = mark + 1;
    }
  }
}
