/** Reads tables and JSON lists as rows whose values are found by name. */
import type { ImportRecord } from '../import-types.ts';
import { CsvParser, findSeparator } from './csv-parser.ts';
import { readJsonElements } from './json-elements.ts';
import { readHead, readText } from './read-text.ts';

/**
 * A row of a table or an object of a JSON file. Returns the first value that is not empty under some names, or
 * undefined: `status|state` are alternatives, `content.url` is a nested field, `^id` is a field of the object in whose
 * list this one is, `''` is the object itself. Names are compared by `foldColumn`.
 */
export type Row = (names: string) => unknown;

/** Normalises a name: `Document tags`, `document_tags` and `documentTags` are the same. */
export function foldColumn(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

interface Path {
  isOuter: boolean;
  name: string;
  keys: readonly string[];
}

/** Parsed paths, all of which are constants of the formats. */
const PATHS = new Map<string, readonly Path[]>();

function parsePaths(names: string): readonly Path[] {
  const known = PATHS.get(names);
  if (known !== undefined) return known;
  const paths = names.split('|').map((path): Path => {
    const name = path.replace(/^\^/, '');
    return { isOuter: name !== path, name, keys: name === '' ? [] : name.split('.').map(foldColumn) };
  });
  PATHS.set(names, paths);
  return paths;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

const FOLDED = new WeakMap<object, Map<string, unknown>>();

function childOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  let fields = FOLDED.get(value);
  if (fields === undefined) {
    fields = new Map(Object.entries(value).map(([name, field]) => [foldColumn(name), field]));
    FOLDED.set(value, fields);
  }
  return fields.get(key);
}

const NO_ROW: Row = () => undefined;

/** @param outer the object that contains this one */
export function rowOfJson(value: unknown, outer: Row = NO_ROW): Row {
  return (names) => {
    for (const { isOuter, name, keys } of parsePaths(names)) {
      const found = isOuter ? outer(name) : keys.reduce(childOf, value);
      if (!isEmpty(found)) return found;
    }
    return undefined;
  };
}

/** True if an untrusted value is an object with these fields, even if they are empty. */
export function hasNames(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const keys = new Set(Object.keys(value).map(foldColumn));
  return names.every((name) => keys.has(foldColumn(name)));
}

/** A row or object with its position; a damaged one has a reason instead. */
export type RowRead = { at: string; row: Row } | Extract<ImportRecord, { why: unknown }>;

export type RowStream = AsyncGenerator<RowRead, void, undefined>;

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

/** The rows of a table, by the names of its columns. @param columns in order, as they are in the file */
export function rowReader(columns: readonly string[]): (fields: string[]) => Row {
  const folded = columns.map(foldColumn);
  const positions = new Map(folded.map((name, at) => [name, at] as const).reverse());
  const addressColumn = folded.findIndex((name) => name === 'url' || name === 'link');
  return (fields) => {
    const cells = realign(fields, columns, addressColumn);
    return (names) => {
      for (const { isOuter, keys } of parsePaths(names)) {
        const at = isOuter ? undefined : positions.get(keys[0] ?? '');
        const cell = at === undefined ? '' : (cells[at] ?? '').trim();
        if (cell !== '') return cell;
      }
      return undefined;
    };
  };
}

/**
 * The rows of a CSV file, each with its number; the header is row 1.
 *
 * @param header the columns of a file without a header row
 */
export async function* readTable(file: Blob, header?: readonly string[]): RowStream {
  const parser = new CsvParser(findSeparator(await readHead(file)));
  let rowOf = header === undefined ? null : rowReader(header);
  let line = 0;
  async function* parse(): AsyncGenerator<string[], void, undefined> {
    for await (const piece of readText(file)) yield* parser.push(piece);
    yield* parser.end();
  }
  for await (const fields of parse()) {
    line += 1;
    if (rowOf === null) rowOf = rowReader(fields);
    else yield { row: rowOf(fields), at: String(line) };
  }
}

/** The objects of a JSON list. @param key of the list in the file's object; null if the file is a list */
export async function* readList(file: Blob, key: string | null): RowStream {
  let count = 0;
  for await (const element of readJsonElements(file, key)) {
    const at = String(++count);
    if (element.ok) yield { at, row: rowOfJson(element.value) };
    else yield { at, why: 'unreadable', url: '', title: '' };
  }
}
