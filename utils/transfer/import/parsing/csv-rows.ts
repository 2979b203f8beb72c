/** Reads CSV exports, with fields by column name. */
import type { FileFormat } from '../format-types.ts';
import type { ImportRecord, RecordStream } from '../import-types.ts';
import { CsvParser, findSeparator } from './csv-parser.ts';
import { readHead, readText } from './read-text.ts';

/** Returns the first non-empty field of these columns (normalised names); `''` if there is none. */
export type CsvRow = (...names: string[]) => string;

/** One product's CSV. */
interface CsvShape<Name extends string> {
  name: Name;
  /** Normalised names of columns that identify the format; all must be present. */
  columns: readonly string[];
  /** An additional condition. */
  fits?: (columns: readonly string[], rows: readonly (readonly string[])[]) => boolean;
  toRecord: (row: CsvRow, at: string) => ImportRecord;
}

/** Defines a CSV format in which each row is a record. */
export function csvFormat<const Name extends string>(shape: CsvShape<Name>): FileFormat<Name> {
  const { name, columns, fits, toRecord } = shape;
  return {
    name,
    fits: (head) =>
      head.kind === 'text' &&
      columns.every((column) => head.columns.includes(column)) &&
      (fits?.(head.columns, head.rows) ?? true),
    read: (file) => readCsv(file, toRecord),
  };
}

/** Normalises a column name: `Document tags`, `document_tags` and `DocumentTags` are the same column. */
export function foldColumn(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

const ADDRESS = /^\s*https?:\/\/\S+\s*$/i;

/** Repairs a row in which an unquoted separator inside a field has shifted the others, as the address shows. */
function realign(fields: string[], columns: readonly string[], addressColumn: number): string[] {
  const extra = fields.length - columns.length;
  if (extra <= 0 || addressColumn < 0) return fields;
  const shifted = fields
    .slice(addressColumn, addressColumn + extra + 1)
    .findIndex((field) => ADDRESS.test(field));
  if (shifted <= 0) return fields;
  const head = fields.slice(0, addressColumn + shifted);
  const before = [
    ...head.slice(0, Math.max(0, addressColumn - 1)),
    head.slice(Math.max(0, addressColumn - 1)).join(','),
  ];
  return [...before, ...fields.slice(addressColumn + shifted)];
}

/** The rows of a CSV file after the header, each with its number; the header is row 1. */
export async function* readRows(file: Blob): AsyncGenerator<{ row: CsvRow; at: string }, void, undefined> {
  const parser = new CsvParser(findSeparator(await readHead(file)));
  let columns: string[] | null = null;
  const places = new Map<string, number>();
  let addressColumn = -1;
  let line = 1;
  const rowOf = (fields: string[], names: readonly string[]): CsvRow => {
    const aligned = realign(fields, names, addressColumn);
    return (...wanted) => {
      for (const name of wanted) {
        const place = places.get(name);
        const value = place === undefined ? '' : (aligned[place] ?? '').trim();
        if (value !== '') return value;
      }
      return '';
    };
  };
  async function* parse(): AsyncGenerator<string[], void, undefined> {
    for await (const piece of readText(file)) yield* parser.push(piece);
    yield* parser.end();
  }
  for await (const fields of parse()) {
    if (columns === null) {
      columns = fields.map(foldColumn);
      for (const [place, name] of columns.entries()) if (!places.has(name)) places.set(name, place);
      addressColumn = columns.findIndex((name) => name === 'url' || name === 'link');
      continue;
    }
    line += 1;
    yield { row: rowOf(fields, columns), at: String(line) };
  }
}

async function* readCsv(file: Blob, toRecord: (row: CsvRow, at: string) => ImportRecord): RecordStream {
  for await (const { row, at } of readRows(file)) yield toRecord(row, at);
}
