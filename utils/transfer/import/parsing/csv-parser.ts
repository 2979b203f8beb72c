/**
 * A streaming, fault-tolerant CSV parser (RFC 4180). Errors (unclosed quotation marks, quotation marks
 * inside unquoted fields, spaces around quotation marks) affect only their own row. Takes linear time for any input. We
 * use our own parser, because Papa Parse (5.7.1) reads all rows after an unclosed quotation mark as one field, and
 * rescans them with each chunk.
 */
import { LookAheadBudget, PendingText } from './look-ahead.ts';

/** Maximum length of a quoted field in UTF-16 units; a longer one counts as unclosed. */
const MAX_FIELD_LENGTH = 1_000_000;

/** Maximum number of fields per row; no product writes more. */
const MAX_FIELDS = 10_000;

interface Row {
  fields: string[];
  /** The offset at which the next row begins. */
  nextOffset: number;
  /** Whether a quoted field contains a line break. */
  isMultiline: boolean;
  /** Whether a multi-line field contains an unescaped quotation mark, which probably belongs to the next row. */
  isBroken: boolean;
}

interface Field {
  text: string;
  /** The offset after the field, of the separator or line break. */
  end: number;
  /** Whether it contains a quotation mark that is not escaped by doubling. */
  hasUnescapedQuote: boolean;
}

/**
 * The quotation mark that closes a field: its offset, the offset after it and following spaces, and whether the field
 * contains an unescaped quotation mark.
 */
interface ClosingQuote {
  offset: number;
  endOffset: number;
  hasUnescapedQuote: boolean;
}

const SEPARATORS = [',', ';', '\t'];

/** Detects the separator: the most frequent candidate in the first line. */
export function detectSeparator(head: string): string {
  const line = /^[^\r\n]*/.exec(head)?.[0] ?? '';
  const counts = SEPARATORS.map((separator) => line.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Parses a CSV file chunk by chunk. */
export class CsvParser {
  readonly #separator: string;
  readonly #pending = new PendingText();
  readonly #lookAhead = new LookAheadBudget();
  #buffer = '';
  /** The number of fields of the first row, which other rows should have, too. */
  #columnCount = 0;
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
  push(chunk: string): string[][] {
    const buffer = this.#pending.add(chunk);
    return buffer === null ? [] : this.#parse(buffer, false);
  }

  /**
   * Parses the rest of the file.
   *
   * @returns the last rows
   */
  end(): string[][] {
    return this.#parse(this.#pending.unparsed(), true);
  }

  #parse(buffer: string, isLast: boolean): string[][] {
    this.#buffer = buffer;
    const rows: string[][] = [];
    let at = 0;
    while (at < buffer.length) {
      const row = this.#readRow(at, isLast);
      if (row === null) break;
      this.#lookAhead.refill(row.nextOffset - at);
      at = row.nextOffset;
      // Skips empty lines, such as at the end of the file.
      if (row.fields.length === 1 && row.fields[0]?.trim() === '') continue;
      if (this.#atStart) this.#columnCount = row.fields.length;
      this.#atStart = false;
      rows.push(row.fields);
    }
    this.#pending.setUnparsed(buffer.slice(at));
    return rows;
  }

  /**
   * Reads a row. If a multi-line row has an unexpected number of fields or an unescaped quotation mark, it is read
   * again with quotation marks as ordinary characters.
   */
  #readRow(from: number, isLast: boolean): Row | null {
    const row = this.#readFields(from, isLast, true);
    if (row === null || !row.isMultiline || this.#atStart) return row;
    if (row.fields.length === this.#columnCount && !row.isBroken) return row;
    const unquoted = this.#readFields(from, isLast, false);
    if (unquoted === null || unquoted.fields.length !== this.#columnCount) return row;
    this.#lookAhead.charge(row.nextOffset - unquoted.nextOffset);
    return unquoted;
  }

  #readFields(from: number, isLast: boolean, allowsQuotes: boolean): Row | null {
    const fields: string[] = [];
    let at = from;
    let isMultiline = false;
    let isBroken = false;
    for (;;) {
      const field = (allowsQuotes ? this.#readQuoted(at, isLast) : null) ?? this.#readUnquoted(at, isLast);
      if (field === 'more') return null;
      if (fields.length < MAX_FIELDS) fields.push(field.text);
      if (allowsQuotes && field.text.includes('\n')) {
        isMultiline = true;
        isBroken ||= field.hasUnescapedQuote;
      }
      at = field.end;
      const character = this.#buffer[at];
      if (character === this.#separator) {
        at += 1;
        continue;
      }
      // The end of the line or of the file.
      if (character === '\r') at += this.#buffer[at + 1] === '\n' ? 2 : 1;
      else if (character === '\n') at += 1;
      return { fields, nextOffset: at, isMultiline, isBroken };
    }
  }

  #readUnquoted(from: number, isLast: boolean): Field | 'more' {
    for (let at = from; at < this.#buffer.length; at += 1) {
      const character = this.#buffer[at];
      if (character === this.#separator || character === '\n')
        return { text: this.#buffer.slice(from, at), end: at, hasUnescapedQuote: false };
      // A carriage return at the end of a chunk may be half of a line break.
      if (character === '\r' && (isLast || at + 1 < this.#buffer.length))
        return { text: this.#buffer.slice(from, at), end: at, hasUnescapedQuote: false };
    }
    const text = this.#buffer.slice(from);
    return isLast ? { text, end: this.#buffer.length, hasUnescapedQuote: false } : 'more';
  }

  /** Reads a quoted field. Returns null if the field is not quoted or not closed, `more` if another chunk is needed. */
  #readQuoted(from: number, isLast: boolean): Field | 'more' | null {
    let open = from;
    while (this.#buffer[open] === ' ') open += 1;
    if (this.#buffer[open] !== '"') return open >= this.#buffer.length && !isLast ? 'more' : null;
    const maxLookAhead = Math.min(MAX_FIELD_LENGTH, Math.max(0, this.#lookAhead.remaining));
    const to = Math.min(this.#buffer.length, open + 1 + maxLookAhead);
    const closing = this.#findClosing(open + 1, to, isLast);
    if (closing === 'more') return 'more';
    if (closing === null) {
      if (!isLast && to === this.#buffer.length && to - open <= maxLookAhead) return 'more';
      this.#lookAhead.charge(to - open);
      return null;
    }
    const text = this.#buffer.slice(open + 1, closing.offset).replaceAll('""', '"');
    return { text, end: closing.endOffset, hasUnescapedQuote: closing.hasUnescapedQuote };
  }

  /** Finds the closing quotation mark; null if there is none before `to`. */
  #findClosing(from: number, to: number, isLast: boolean): ClosingQuote | 'more' | null {
    let hasUnescapedQuote = false;
    for (let at = from; at < to; at += 1) {
      if (this.#buffer.charCodeAt(at) !== QUOTE) continue;
      if (this.#buffer.charCodeAt(at + 1) === QUOTE) {
        at += 1;
        continue;
      }
      let endOffset = at + 1;
      while (this.#buffer[endOffset] === ' ') endOffset += 1;
      const next = this.#buffer[endOffset];
      if (next === undefined && !isLast) return 'more';
      if (next === undefined || next === this.#separator || next === '\n' || next === '\r')
        return { offset: at, endOffset, hasUnescapedQuote };
      // A quotation mark inside the field that should have been doubled.
      hasUnescapedQuote = true;
      at = endOffset - 1;
    }
    return null;
  }
}

const QUOTE = 0x22;
