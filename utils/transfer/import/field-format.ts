/**
 * Declares formats whose records are rows or objects: how they are recognised, and which of their fields is which of
 * ours. One reader reads them all.
 */
import { toListPaths, toPlainTextOrNull } from '../web-address.ts';
import type { FileFormat, FileHead } from './format-types.ts';
import type {
  ImportedHighlight,
  ImportItem,
  ImportRecord,
  RecordFailure,
  RecordStream,
} from './import-types.ts';
import { makeRecord, makeUnmatchedRecord } from './make-record.ts';
import { getField, toArray } from './parsing/json-elements.ts';
import {
  makeArticleNote,
  parseBoolean,
  parseNames,
  parseProgress,
  parseTime,
} from './parsing/read-fields.ts';
import {
  hasFields,
  normaliseName,
  type Row,
  type RowStream,
  readList,
  readTable,
  toRow,
} from './parsing/rows.ts';
import { readTreeFile } from './parsing/tree-reader.ts';

type ArticleFields = Omit<ImportItem, 'url' | 'highlights' | 'isPage'>;

/** Where a value is, as the names of a `Row`, and how it is read unless as usual for its field. */
export type FieldSource<T> = string | readonly [names: string, read: (value: unknown, row: Row) => T];

/** Highlights: those of a list of objects in the record, or one that is in the record itself, or any. */
export type HighlightSource =
  | { each?: string; text: string; note?: string; createdAt?: string; colour?: string }
  | ((row: Row) => readonly ImportedHighlight[]);

export type FieldSources = { [Name in keyof ArticleFields]?: FieldSource<ArticleFields[Name]> } & {
  /** `url` unless stated. */
  url?: FieldSource<string>;
  highlights?: readonly HighlightSource[];
};

/** The declaration of a format. */
export interface FormatDeclaration<Name extends string> {
  name: Name;
  /** The product and kind of file, for `docs/formats.md`. */
  product: string;
  /**
   * A CSV table, or a JSON list: its key in the file's object, or null if the file is a list. If its objects contain the
   * records, `leaf` are names that those have.
   */
  layout: 'table' | { list: string | null; leafNames?: readonly string[] };
  /** Names that the file's own object has. If it has them, its list may be empty. */
  rootNames?: readonly string[];
  /** Names of columns or of the first object's fields: all, and at least one, must be present. */
  requiredNames: readonly string[];
  anyNames?: readonly string[];
  /** Another condition for the first object. */
  fitsFirst?: (first: Row) => boolean;
  fields: FieldSources;
  /** Reads the rest of the file for fields that refer to it. */
  prepareFields?: (file: Blob) => Promise<FieldSources>;
  /** The reason why an object is no saved article, or null. */
  skipReason?: (row: Row) => RecordFailure | null;
  /** See `ImportRecord`. */
  isAddition?: true;
  /** Records without an address are highlights of the article with their title. */
  matchesByTitle?: true;
  comesLast?: true;
}

/** A text; the first one of a list. */
export const toFirstText = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) && typeof value[0] === 'string' ? value[0] : '';

/** A line, or several joined by commas. */
const toLine = (value: unknown): string | null =>
  toPlainTextOrNull(
    Array.isArray(value) ? value.filter((part) => typeof part === 'string' && part !== '').join(', ') : value,
  );

/** Names that are separated by a character. */
export const separatedNames = (field: string, separator: string): FieldSource<string[]> => [
  field,
  (value) => parseNames(value, separator),
];

/** True for one value of a field. */
export const equals = (field: string, value: string): FieldSource<boolean> => [
  field,
  (text) => toFirstText(text).toLowerCase() === value,
];

/** A share that is given in hundredths. */
export const percentage = (field: string): FieldSource<number> => [
  field,
  (value) => parseProgress(`${Number(value) || 0}%`),
];

/** The user's note on the whole article. */
export const noteFrom =
  (...fields: string[]) =>
  (row: Row): ImportedHighlight[] =>
    makeArticleNote(...fields.map((field) => row(field)));

const FIELD_READERS: { [Name in keyof ArticleFields]: (value: unknown) => ArticleFields[Name] } = {
  title: toFirstText,
  byline: toLine,
  siteName: toPlainTextOrNull,
  publishedAt: toPlainTextOrNull,
  lang: toPlainTextOrNull,
  excerpt: toPlainTextOrNull,
  imageUrl: (value) => toFirstText(value) || null,
  savedAt: parseTime,
  archived: parseBoolean,
  favourite: parseBoolean,
  progress: parseProgress,
  tags: (value) => parseNames(value),
  lists: (value) => toListPaths(parseNames(value)),
  html: (value) => toFirstText(value) || null,
};

function readSource<T>(row: Row, source: FieldSource<T>, defaultRead: (value: unknown) => T): T {
  return typeof source === 'string' ? defaultRead(row(source)) : source[1](row(source[0]), row);
}

function readHighlights(row: Row, source: HighlightSource): readonly ImportedHighlight[] {
  if (typeof source === 'function') return source(row);
  const parts = source.each === undefined ? [row] : toArray(row(source.each)).map((one) => toRow(one));
  return parts.flatMap((part) => {
    const read = (names: string | undefined): unknown => (names === undefined ? null : part(names));
    const [text, note] = [toFirstText(part(source.text)), toFirstText(read(source.note))];
    if (text === '' && note === '') return [];
    return [
      {
        text,
        note,
        createdAt: parseTime(read(source.createdAt)),
        colour: toPlainTextOrNull(read(source.colour)),
      },
    ];
  });
}

/** The fields of an article, except its address, as `makeRecord` takes them. */
export function readArticleFields(
  row: Row,
  { url: _, highlights = [], ...facts }: FieldSources,
): Partial<Omit<ImportItem, 'url'>> {
  const read = Object.entries(facts).map(([name, source]) => [
    name,
    readSource<unknown>(row, source as FieldSource<unknown>, FIELD_READERS[name as keyof ArticleFields]),
  ]);
  return {
    ...Object.fromEntries(read),
    highlights: highlights.flatMap((source) => readHighlights(row, source)),
  };
}

/** The address of an article as it is in the file. */
export const readArticleUrl = (row: Row, { url = 'url' }: FieldSources): string =>
  readSource(row, url, toFirstText);

/** The record of a row. */
export function toImportRecord(
  row: Row,
  at: string,
  declaration: Pick<FormatDeclaration<string>, 'fields' | 'skipReason' | 'isAddition' | 'matchesByTitle'>,
): ImportRecord {
  const [url, facts] = [readArticleUrl(row, declaration.fields), readArticleFields(row, declaration.fields)];
  const { title = '', byline = null, tags = [], highlights = [] } = facts;
  if (url === '' && declaration.matchesByTitle)
    return makeUnmatchedRecord(at, { title, byline, tags, highlights });
  const record = makeRecord(at, url, facts);
  const reason = declaration.skipReason?.(row) ?? null;
  if (reason !== null) return { at, why: reason, url, title };
  return declaration.isAddition && 'item' in record ? { ...record, isAddition: true } : record;
}

/** The first object of a list whose beginning is known; undefined if the format is another. */
function findFirstObject(head: FileHead, layout: { list: string | null }): { first: unknown } | undefined {
  if (head.kind !== 'json') return undefined;
  const list = layout.list === null ? head.value : getField(head.value, layout.list);
  return Array.isArray(list) ? { first: list[0] } : undefined;
}

function matchesHead(head: FileHead, declaration: FormatDeclaration<string>): boolean {
  const {
    requiredNames: has,
    anyNames: some = [],
    rootNames: root = [],
    fitsFirst: fits = () => true,
  } = declaration;
  if (declaration.layout === 'table') {
    const includes = (name: string): boolean =>
      head.kind === 'text' && head.columns.includes(normaliseName(name));
    return has.every(includes) && (some.length === 0 || some.some(includes));
  }
  const found = findFirstObject(head, declaration.layout);
  if (found === undefined || head.kind !== 'json' || !(root.length === 0 || hasFields(head.value, root)))
    return false;
  const { first } = found;
  if (first === undefined) return root.length > 0;
  const isMatch =
    hasFields(first, has) && (some.length === 0 || some.some((name) => hasFields(first, [name])));
  return isMatch && fits(toRow(first));
}

/** Maximum number of highlights of one article in one record; more begin another record. */
const MAX_JOINED_HIGHLIGHTS = 1000;

/** Adds a record's highlights to the previous record if both are of one article. @returns whether it did */
function mergeHighlights(target: ImportRecord, added: ImportRecord): boolean {
  if ('item' in target && 'item' in added) {
    const [first, next] = [target.item, added.item];
    if (!target.isAddition || !added.isAddition || first.url !== next.url || first.title !== next.title)
      return false;
    if (first.highlights.length >= MAX_JOINED_HIGHLIGHTS) return false;
    const times = [first.savedAt, next.savedAt].filter((time) => time !== null);
    first.savedAt = times.length === 0 ? null : Math.min(...times);
    first.highlights.push(...next.highlights);
    first.tags = [...new Set([...first.tags, ...next.tags])];
    return true;
  }
  if (!('unmatched' in target && 'unmatched' in added)) return false;
  const [first, next] = [target.unmatched, added.unmatched];
  if (first.title !== next.title || first.byline !== next.byline) return false;
  if (first.highlights.length >= MAX_JOINED_HIGHLIGHTS) return false;
  first.highlights.push(...next.highlights);
  first.tags = [...new Set([...first.tags, ...next.tags])];
  return true;
}

/** The records of rows. Consecutive highlights of one article become one record. */
export async function* toImportRecords(
  rows: RowStream,
  toRecord: (row: Row, at: string) => ImportRecord,
): RecordStream {
  let current: ImportRecord | null = null;
  for await (const read of rows) {
    const next = 'row' in read ? toRecord(read.row, read.at) : read;
    if (current !== null && mergeHighlights(current, next)) continue;
    if (current !== null) yield current;
    current = next;
  }
  if (current !== null) yield current;
}

/** Defines a format by its declaration. */
export function defineFieldFormat<const Name extends string>(
  declared: FormatDeclaration<Name>,
): FileFormat<Name> & { declared: FormatDeclaration<Name> } {
  const { name, comesLast, prepareFields: prepare } = declared;
  return {
    name,
    declared,
    ...(comesLast ? { isReadLast: comesLast } : {}),
    matches: (head) => matchesHead(head, declared),
    read: async function* (file) {
      const fields = { ...declared.fields, ...(await prepare?.(file)) };
      const toRecord = (row: Row, at: string): ImportRecord =>
        toImportRecord(row, at, { ...declared, fields });
      if (declared.layout === 'table') yield* toImportRecords(readTable(file), toRecord);
      else if (declared.layout.leafNames === undefined)
        yield* toImportRecords(readList(file, declared.layout.list), toRecord);
      else {
        const { list, leafNames: leaf } = declared.layout;
        const isLeaf = (node: unknown): boolean => hasFields(node, leaf);
        const shape = {
          isLeaf,
          toRecord,
          getFolderName: () => '',
          getChildren: (node: unknown) => Object.values(node ?? {}),
        };
        yield* readTreeFile(file, shape, (tree) => (list === null ? tree : getField(tree, list)));
      }
    },
  };
}
