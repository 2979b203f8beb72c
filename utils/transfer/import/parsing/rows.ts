/** Reads tables and JSON lists as rows with values that are looked up by name. */
import type { ImportRecord } from '../import-types.ts';
import { CsvParser, detectSeparator } from './csv-parser.ts';
import { readJsonElements } from './json-elements.ts';
import { readTextChunks, readTextHead } from './read-text.ts';

/**
 * Looks up a value in a row of a table or in an object of a JSON file. Returns the first value that is not empty, or
 * undefined. Names are compared by `normaliseName`. Syntax:
 *
 * - `status|state`: alternatives, in order of preference
 * - `content.url`: a nested field
 * - `^id`: a field of the containing object
 * - `''`: the object itself
 */
export type Row = (names: string) => unknown;

/** Normalises a name: `Document tags`, `document_tags` and `documentTags` become `documenttags`. */
export function normaliseName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

interface Path {
  isOuter: boolean;
  name: string;
  keys: readonly string[];
}

/** Parsed paths. The cache is bounded, because all paths are constants of the formats. */
const PATH_CACHE = new Map<string, readonly Path[]>();

function parsePaths(names: string): readonly Path[] {
  const cached = PATH_CACHE.get(names);
  if (cached !== undefined) return cached;
  const paths = names.split('|').map((path): Path => {
    const name = path.replace(/^\^/, '');
    return { isOuter: name !== path, name, keys: name === '' ? [] : name.split('.').map(normaliseName) };
  });
  PATH_CACHE.set(names, paths);
  return paths;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const FIELDS_CACHE = new WeakMap<object, Map<string, unknown>>();

function getChild(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  let fields = FIELDS_CACHE.get(value);
  if (fields === undefined) {
    fields = new Map(Object.entries(value).map(([name, field]) => [normaliseName(name), field]));
    FIELDS_CACHE.set(value, fields);
  }
  return fields.get(key);
}

const EMPTY_ROW: Row = () => undefined;

/** Wraps a JSON object as a row. @param outer the containing object, for `^` */
export function toRow(value: unknown, outer: Row = EMPTY_ROW): Row {
  return (names) => {
    for (const { isOuter, name, keys } of parsePaths(names)) {
      const found = isOuter ? outer(name) : keys.reduce(getChild, value);
      if (!isEmpty(found)) return found;
    }
    return undefined;
  };
}

/** Checks whether an untrusted value is an object with these fields, which can be empty. */
export function hasFields(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const keys = new Set(Object.keys(value).map(normaliseName));
  return names.every((name) => keys.has(normaliseName(name)));
}

/** A row with its position, or the failure of a damaged one. */
export type RowResult = { at: string; row: Row } | Extract<ImportRecord, { why: unknown }>;

export type RowStream = AsyncGenerator<RowResult, void, undefined>;

const ADDRESS = /^\s*https?:\/\/\S+\s*$/i;

/**
 * Repairs a row that has too many fields because of unquoted commas in the field before the address. The position of
 * the address shows the shift.
 */
function realignFields(fields: string[], columns: readonly string[], addressColumn: number): string[] {
  const extra = fields.length - columns.length;
  if (extra <= 0 || addressColumn < 0) return fields;
  const shift = fields
    .slice(addressColumn, addressColumn + extra + 1)
    .findIndex((field) => ADDRESS.test(field));
  if (shift <= 0) return fields;
  const head = fields.slice(0, addressColumn + shift);
  const before = [
    ...head.slice(0, Math.max(0, addressColumn - 1)),
    head.slice(Math.max(0, addressColumn - 1)).join(','),
  ];
  return [...before, ...fields.slice(addressColumn + shift)];
}

/** Creates a function that wraps the fields of a table row as a `Row`. @param columns the header row */
export function makeRowReader(columns: readonly string[]): (fields: string[]) => Row {
  const normalisedColumns = columns.map(normaliseName);
  const positions = new Map(normalisedColumns.map((name, index) => [name, index] as const).reverse());
  const addressColumn = normalisedColumns.findIndex((name) => name === 'url' || name === 'link');
  return (fields) => {
    const cells = realignFields(fields, columns, addressColumn);
    return (names) => {
      for (const { isOuter, keys } of parsePaths(names)) {
        const index = isOuter ? undefined : positions.get(keys[0] ?? '');
        const cell = index === undefined ? '' : (cells[index] ?? '').trim();
        if (cell !== '') return cell;
      }
      return undefined;
    };
  };
}

/**
 * Reads the rows of a CSV file with their numbers; the header is row 1.
 *
 * @param header the column names, if the file has no header row
 */
export async function* readTable(file: Blob, header?: readonly string[]): RowStream {
  const parser = new CsvParser(detectSeparator(await readTextHead(file)));
  let toTableRow = header === undefined ? null : makeRowReader(header);
  let rowNumber = 0;
  async function* parse(): AsyncGenerator<string[], void, undefined> {
    for await (const chunk of readTextChunks(file)) yield* parser.push(chunk);
    yield* parser.end();
  }
  for await (const fields of parse()) {
    rowNumber += 1;
    if (toTableRow === null) toTableRow = makeRowReader(fields);
    else yield { row: toTableRow(fields), at: String(rowNumber) };
  }
}

/**
 * Reads the objects of a JSON list.
 *
 * @param key the key of the list in the file's top-level object; null if the file is a list
 * @param root the top-level object, for `^`
 */
export async function* readList(file: Blob, key: string | null, root?: Row): RowStream {
  let count = 0;
  for await (const element of readJsonElements(file, key)) {
    const at = String(++count);
    if (element.ok) yield { at, row: toRow(element.value, root) };
    else yield { at, why: 'unreadable', url: '', title: '' };
  }
}
