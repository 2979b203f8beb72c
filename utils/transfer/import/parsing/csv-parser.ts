/**
 * A streaming, fault-tolerant CSV parser (RFC 4180). An error in one row does not affect other rows: unclosed quotation
 * marks, quotation marks inside unquoted fields, spaces around quotation marks. Takes linear time for any input. We use
 * our own parser, since Papa Parse (5.7.1) reads all rows after an unclosed quotation mark as one field, and reads them
 * again with each chunk.
 */
import { LookAhead, PendingText } from './look-ahead.ts';

/** A quoted field longer than this counts as unclosed (UTF-16 units). */
const MAX_FIELD_LENGTH = 1_000_000;

/** Maximum number of fields per row; no product writes more. */
const MAX_FIELDS = 10_000;

interface Row {
  fields: string[];
  /** The offset at which the next row begins. */
  next: number;
  /** Whether a quoted field contains a line break. */
  spans: boolean;
  /** … and contains a quotation mark that is not doubled, as one of the next row would be. */
  isBroken: boolean;
}

interface Field {
  text: string;
  /** The offset of its end. */
  end: number;
  /** Whether it contains a quotation mark that is not doubled. */
  hasLoneMark: boolean;
}

/**
 * The quotation mark that closes a field, the offset after it, and whether the field contains another one that is not
 * doubled.
 */
interface Closing {
  at: number;
  after: number;
  hasLoneMark: boolean;
}

const SEPARATORS = [',', ';', '\t'];

/** Detects the separator from the first line. */
export function findSeparator(head: string): string {
  const line = /^[^\r\n]*/.exec(head)?.[0] ?? '';
  const counts = SEPARATORS.map((mark) => line.split(mark).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Parses a CSV file chunk by chunk. */
export class CsvParser {
  readonly #separator: string;
  readonly #pending = new PendingText();
  readonly #lookAhead = new LookAhead();
  #buffer = '';
  /** The number of fields of the first row, expected of all others. */
  #columns = 0;
  #atStart = true;

  /** @param separator one character; see `findSeparator` */
  constructor(separator: string) {
    this.#separator = separator;
  }

  /**
   * Parses a chunk.
   *
   * @returns the rows that are now complete
   */
  push(piece: string): string[][] {
    const buffer = this.#pending.add(piece);
    return buffer === null ? [] : this.#take(buffer, false);
  }

  /**
   * Parses the rest of the file.
   *
   * @returns the last rows
   */
  end(): string[][] {
    return this.#take(this.#pending.rest(), true);
  }

  #take(buffer: string, isLast: boolean): string[][] {
    this.#buffer = buffer;
    const rows: string[][] = [];
    let at = 0;
    while (at < buffer.length) {
      const row = this.#readRow(at, isLast);
      if (row === null) break;
      this.#lookAhead.earn(row.next - at);
      at = row.next;
      // Skips empty lines, such as at the end of the file.
      if (row.fields.length === 1 && row.fields[0]?.trim() === '') continue;
      if (this.#atStart) this.#columns = row.fields.length;
      this.#atStart = false;
      rows.push(row.fields);
    }
    this.#pending.keep(buffer.slice(at));
    return rows;
  }

  /**
   * Reads a row. A row of several lines with an unexpected number of fields is read again with its quotation marks as
   * text.
   */
  #readRow(from: number, isLast: boolean): Row | null {
    const row = this.#readFields(from, isLast, true);
    if (row === null || !row.spans || this.#atStart) return row;
    if (row.fields.length === this.#columns && !row.isBroken) return row;
    const plain = this.#readFields(from, isLast, false);
    if (plain === null || plain.fields.length !== this.#columns) return row;
    this.#lookAhead.spend(row.next - plain.next);
    return plain;
  }

  #readFields(from: number, isLast: boolean, quotes: boolean): Row | null {
    const fields: string[] = [];
    let at = from;
    let spans = false;
    let isBroken = false;
    for (;;) {
      const field = (quotes ? this.#readQuoted(at, isLast) : null) ?? this.#readBare(at, isLast);
      if (field === 'more') return null;
      if (fields.length < MAX_FIELDS) fields.push(field.text);
      if (quotes && field.text.includes('\n')) {
        spans = true;
        isBroken ||= field.hasLoneMark;
      }
      at = field.end;
      const mark = this.#buffer[at];
      if (mark === this.#separator) {
        at += 1;
        continue;
      }
      // The end of the line or of the file.
      if (mark === '\r') at += this.#buffer[at + 1] === '\n' ? 2 : 1;
      else if (mark === '\n') at += 1;
      return { fields, next: at, spans, isBroken };
    }
  }

  #readBare(from: number, isLast: boolean): Field | 'more' {
    for (let at = from; at < this.#buffer.length; at += 1) {
      const mark = this.#buffer[at];
      if (mark === this.#separator || mark === '\n')
        return { text: this.#buffer.slice(from, at), end: at, hasLoneMark: false };
      // A carriage return at the end of a chunk may be half of a line break.
      if (mark === '\r' && (isLast || at + 1 < this.#buffer.length))
        return { text: this.#buffer.slice(from, at), end: at, hasLoneMark: false };
    }
    const text = this.#buffer.slice(from);
    return isLast ? { text, end: this.#buffer.length, hasLoneMark: false } : 'more';
  }

  /** Reads a quoted field; null if there is none or it is unclosed. */
  #readQuoted(from: number, isLast: boolean): Field | 'more' | null {
    let open = from;
    while (this.#buffer[open] === ' ') open += 1;
    if (this.#buffer[open] !== '"') return open >= this.#buffer.length && !isLast ? 'more' : null;
    const farthest = Math.min(MAX_FIELD_LENGTH, Math.max(0, this.#lookAhead.reach));
    const to = Math.min(this.#buffer.length, open + 1 + farthest);
    const mark = this.#findClosing(open + 1, to, isLast);
    if (mark === 'more') return 'more';
    if (mark === null) {
      if (!isLast && to === this.#buffer.length && to - open <= farthest) return 'more';
      this.#lookAhead.spend(to - open);
      return null;
    }
    const text = this.#buffer.slice(open + 1, mark.at).replaceAll('""', '"');
    return { text, end: mark.after, hasLoneMark: mark.hasLoneMark };
  }

  /** Finds the closing quotation mark, and the offset after it and following spaces; null if there is none before `to`. */
  #findClosing(from: number, to: number, isLast: boolean): Closing | 'more' | null {
    let hasLoneMark = false;
    for (let at = from; at < to; at += 1) {
      if (this.#buffer.charCodeAt(at) !== QUOTE) continue;
      if (this.#buffer.charCodeAt(at + 1) === QUOTE) {
        at += 1;
        continue;
      }
      let after = at + 1;
      while (this.#buffer[after] === ' ') after += 1;
      const next = this.#buffer[after];
      if (next === undefined && !isLast) return 'more';
      if (next === undefined || next === this.#separator || next === '\n' || next === '\r')
        return { at, after, hasLoneMark };
      // A quotation mark inside the field that should have been doubled.
      hasLoneMark = true;
      at = after - 1;
    }
    return null;
  }
}

const QUOTE = 0x22;
