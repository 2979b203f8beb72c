/**
 * Declares formats whose records are rows or objects: how they are recognised, and which of their fields is which of
 * ours. One reader reads them all.
 */
import { listsOfNames, plainOrNull } from '../web-address.ts';
import type { FileFormat, FileHead } from './format-types.ts';
import type {
  ImportedHighlight,
  ImportItem,
  ImportRecord,
  RecordFailure,
  RecordStream,
} from './import-types.ts';
import { looseHighlights, makeRecord } from './make-record.ts';
import { fieldOf, listOf } from './parsing/json-elements.ts';
import { articleNote, readFlag, readNames, readShare, readTime } from './parsing/read-fields.ts';
import {
  foldColumn,
  hasNames,
  type Row,
  type RowStream,
  readList,
  readTable,
  rowOfJson,
} from './parsing/rows.ts';
import { readTreeFile } from './parsing/tree-reader.ts';

type Facts = Omit<ImportItem, 'url' | 'highlights' | 'isPage'>;

/** Where a value is, as the names of a `Row`, and how it is read unless as usual for its field. */
export type Source<T> = string | readonly [names: string, read: (value: unknown, row: Row) => T];

/** Highlights: those of a list of objects in the record, or one that is in the record itself, or any. */
export type HighlightSource =
  | { each?: string; text: string; note?: string; createdAt?: string; colour?: string }
  | ((row: Row) => readonly ImportedHighlight[]);

export type Fields = { [Name in keyof Facts]?: Source<Facts[Name]> } & {
  /** `url` unless stated. */
  url?: Source<string>;
  highlights?: readonly HighlightSource[];
};

/** The declaration of a format. */
export interface FieldDeclaration<Name extends string> {
  name: Name;
  /** The product and kind of file, for `docs/formats.md`. */
  product: string;
  /**
   * A CSV table, or a JSON list: its key in the file's object, or null if the file is a list. If its objects contain the
   * records, `leaf` are names that those have.
   */
  in: 'table' | { list: string | null; leaf?: readonly string[] };
  /** Names that the file's own object has. If it has them, its list may be empty. */
  root?: readonly string[];
  /** Names of columns or of the first object's fields: all, and at least one, must be present. */
  has: readonly string[];
  some?: readonly string[];
  /** Another condition for the first object. */
  fits?: (first: Row) => boolean;
  fields: Fields;
  /** Reads the rest of the file for fields that refer to it. */
  prepare?: (file: Blob) => Promise<Fields>;
  /** The reason why an object is no saved article, or null. */
  skip?: (row: Row) => RecordFailure | null;
  /** See `ImportRecord`. */
  adds?: true;
  /** Records without an address are highlights of the article with their title. */
  loose?: true;
  comesLast?: true;
}

/** A text; the first one of a list. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '';

/** A line, or several joined by commas. */
const lineOf = (value: unknown): string | null =>
  plainOrNull(
    Array.isArray(value) ? value.filter((part) => typeof part === 'string' && part !== '').join(', ') : value,
  );

/** Names that are separated by a character. */
export const names = (field: string, separator: string): Source<string[]> => [
  field,
  (value) => readNames(value, separator),
];

/** True for one value of a field. */
export const is = (field: string, value: string): Source<boolean> => [
  field,
  (stated) => asText(stated).toLowerCase() === value,
];

/** A share that is given in hundredths. */
export const hundredths = (field: string): Source<number> => [
  field,
  (value) => readShare(`${Number(value) || 0}%`),
];

/** The user's note on the whole article. */
export const note =
  (...fields: string[]) =>
  (row: Row): ImportedHighlight[] =>
    articleNote(...fields.map((field) => row(field)));

const READERS: { [Name in keyof Facts]: (value: unknown) => Facts[Name] } = {
  title: asText,
  byline: lineOf,
  siteName: plainOrNull,
  publishedAt: plainOrNull,
  lang: plainOrNull,
  excerpt: plainOrNull,
  imageUrl: (value) => asText(value) || null,
  savedAt: readTime,
  archived: readFlag,
  favourite: readFlag,
  progress: readShare,
  tags: (value) => readNames(value),
  lists: (value) => listsOfNames(readNames(value)),
  html: (value) => asText(value) || null,
};

function readSource<T>(row: Row, source: Source<T>, usual: (value: unknown) => T): T {
  return typeof source === 'string' ? usual(row(source)) : source[1](row(source[0]), row);
}

function readHighlights(row: Row, source: HighlightSource): readonly ImportedHighlight[] {
  if (typeof source === 'function') return source(row);
  const parts = source.each === undefined ? [row] : listOf(row(source.each)).map((one) => rowOfJson(one));
  return parts.flatMap((part) => {
    const read = (names: string | undefined): unknown => (names === undefined ? null : part(names));
    const [text, note] = [asText(part(source.text)), asText(read(source.note))];
    if (text === '' && note === '') return [];
    return [
      { text, note, createdAt: readTime(read(source.createdAt)), colour: plainOrNull(read(source.colour)) },
    ];
  });
}

/** The fields of an article, except its address, as `makeRecord` takes them. */
export function factsOf(
  row: Row,
  { url: _, highlights = [], ...facts }: Fields,
): Partial<Omit<ImportItem, 'url'>> {
  const read = Object.entries(facts).map(([name, source]) => [
    name,
    readSource<unknown>(row, source as Source<unknown>, READERS[name as keyof Facts]),
  ]);
  return {
    ...Object.fromEntries(read),
    highlights: highlights.flatMap((source) => readHighlights(row, source)),
  };
}

/** The address of an article as it is in the file. */
export const addressOf = (row: Row, { url = 'url' }: Fields): string => readSource(row, url, asText);

/** The record of a row. */
export function recordOf(
  row: Row,
  at: string,
  declared: Pick<FieldDeclaration<string>, 'fields' | 'skip' | 'adds' | 'loose'>,
): ImportRecord {
  const [url, facts] = [addressOf(row, declared.fields), factsOf(row, declared.fields)];
  const { title = '', byline = null, tags = [], highlights = [] } = facts;
  if (url === '' && declared.loose) return looseHighlights(at, { title, byline, tags, highlights });
  const record = makeRecord(at, url, facts);
  const reason = declared.skip?.(row) ?? null;
  if (reason !== null) return { at, why: reason, url, title };
  return declared.adds && 'item' in record ? { ...record, adds: true } : record;
}

/** The first object of a list whose beginning is known; undefined if the format is another. */
function firstOf(head: FileHead, place: { list: string | null }): { first: unknown } | undefined {
  if (head.kind !== 'json') return undefined;
  const list = place.list === null ? head.value : fieldOf(head.value, place.list);
  return Array.isArray(list) ? { first: list[0] } : undefined;
}

function fitsHead(head: FileHead, declared: FieldDeclaration<string>): boolean {
  const { has, some = [], root = [], fits = () => true } = declared;
  if (declared.in === 'table') {
    const includes = (name: string): boolean =>
      head.kind === 'text' && head.columns.includes(foldColumn(name));
    return has.every(includes) && (some.length === 0 || some.some(includes));
  }
  const found = firstOf(head, declared.in);
  if (found === undefined || head.kind !== 'json' || !(root.length === 0 || hasNames(head.value, root)))
    return false;
  const { first } = found;
  if (first === undefined) return root.length > 0;
  const isOne = hasNames(first, has) && (some.length === 0 || some.some((name) => hasNames(first, [name])));
  return isOne && fits(rowOfJson(first));
}

/** Maximum number of highlights of one article in one record; more begin another record. */
const MAX_JOINED_HIGHLIGHTS = 1000;

/** Adds a record's highlights to the previous record if both are of one article. @returns whether it did */
function joinHighlights(one: ImportRecord, other: ImportRecord): boolean {
  if ('item' in one && 'item' in other) {
    const [first, next] = [one.item, other.item];
    if (!one.adds || !other.adds || first.url !== next.url || first.title !== next.title) return false;
    if (first.highlights.length >= MAX_JOINED_HIGHLIGHTS) return false;
    const times = [first.savedAt, next.savedAt].filter((time) => time !== null);
    first.savedAt = times.length === 0 ? null : Math.min(...times);
    first.highlights.push(...next.highlights);
    first.tags = [...new Set([...first.tags, ...next.tags])];
    return true;
  }
  if (!('unmatched' in one && 'unmatched' in other)) return false;
  const [first, next] = [one.unmatched, other.unmatched];
  if (first.title !== next.title || first.byline !== next.byline) return false;
  if (first.highlights.length >= MAX_JOINED_HIGHLIGHTS) return false;
  first.highlights.push(...next.highlights);
  first.tags = [...new Set([...first.tags, ...next.tags])];
  return true;
}

/** The records of rows. Consecutive highlights of one article become one record. */
export async function* recordsOf(
  rows: RowStream,
  toRecord: (row: Row, at: string) => ImportRecord,
): RecordStream {
  let open: ImportRecord | null = null;
  for await (const read of rows) {
    const next = 'row' in read ? toRecord(read.row, read.at) : read;
    if (open !== null && joinHighlights(open, next)) continue;
    if (open !== null) yield open;
    open = next;
  }
  if (open !== null) yield open;
}

/** Defines a format by its declaration. */
export function fieldFormat<const Name extends string>(
  declared: FieldDeclaration<Name>,
): FileFormat<Name> & { declared: FieldDeclaration<Name> } {
  const { name, comesLast, prepare } = declared;
  return {
    name,
    declared,
    ...(comesLast ? { comesLast } : {}),
    fits: (head) => fitsHead(head, declared),
    read: async function* (file) {
      const fields = { ...declared.fields, ...(await prepare?.(file)) };
      const toRecord = (row: Row, at: string): ImportRecord => recordOf(row, at, { ...declared, fields });
      if (declared.in === 'table') yield* recordsOf(readTable(file), toRecord);
      else if (declared.in.leaf === undefined) yield* recordsOf(readList(file, declared.in.list), toRecord);
      else {
        const { list, leaf } = declared.in;
        const isLeaf = (node: unknown): boolean => hasNames(node, leaf);
        const shape = {
          isLeaf,
          toRecord,
          nameOf: () => '',
          childrenOf: (node: unknown) => Object.values(node ?? {}),
        };
        yield* readTreeFile(file, shape, (tree) => (list === null ? tree : fieldOf(tree, list)));
      }
    },
  };
}
