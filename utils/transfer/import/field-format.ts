/**
 * Declarative formats for records that are table rows or JSON objects: how a format is recognised, and how its fields
 * map to ours. One reader reads all of them.
 */
import { COUNT_LIMITS } from '../../text/limits.ts';
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
import { getField, readJsonElements, toArray } from './parsing/json-elements.ts';
import { readListTree, toIdOrNull } from './parsing/list-tree.ts';
import {
  makeArticleNote,
  parseBoolean,
  parseNames,
  parseProgress,
  parseTime,
  toFirstText,
} from './parsing/read-fields.ts';
import { readTextHead } from './parsing/read-text.ts';
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
import { parseTruncatedJson } from './parsing/truncated-json.ts';

type ArticleFields = Omit<ImportItem, 'url' | 'highlights' | 'isPage'>;

/**
 * The names of a value for `Row`, optionally with a function that reads it; by default the field's own reader is used.
 */
export type FieldSource<T> = string | readonly [names: string, read: (value: unknown, row: Row) => T];

/** Where highlights are: in a list of objects (`each`), in the record itself (no `each`), or read by a function. */
export type HighlightSource =
  | { each?: string; text: string; note?: string; createdAt?: string; colour?: string }
  | ((row: Row) => readonly ImportedHighlight[]);

export type FieldSources = { [Name in keyof ArticleFields]?: FieldSource<ArticleFields[Name]> } & {
  /** By default the field `url`. */
  url?: FieldSource<string>;
  highlights?: readonly HighlightSource[];
};

/** The declaration of a format. */
export interface FormatDeclaration<Name extends string> {
  name: Name;
  /** The product and kind of file, for `docs/formats.md`. */
  product: string;
  /**
   * A CSV table or a JSON list. `list` is the key of the list in the file's top-level object, or null if the file is a
   * list. If the list's objects are containers of records, `leafNames` are field names of a record.
   */
  layout: 'table' | { list: string | null; leafNames?: readonly string[] };
  /** Field names of the file's top-level object. If they are given, the list may be empty. */
  rootNames?: readonly string[];
  /** Columns, or fields of the first object: all of these must be present. */
  requiredNames: readonly string[];
  /** At least one of these must be present, too. */
  anyNames?: readonly string[];
  /** Additional condition for the first object of a list. */
  fitsFirst?: (first: Row) => boolean;
  fields: FieldSources;
  /**
   * Lists that records refer to by id: the field of a record with the ids, the key of the lists in the top-level object,
   * and the id or name of a list whose contents belong to its parent.
   */
  listTree?: { ids: string; key: string; omitted: string };
  /** The key of a list in the top-level object with objects that have the ids of favourites. */
  favouritesKey?: string;
  /** Returns the reason to skip a record, or null. */
  skipReason?: (row: Row) => RecordFailure | null;
  /** See `ImportRecord`. */
  isAddition?: true;
  /** Records without an address are matched to articles by title. */
  matchesByTitle?: true;
  comesLast?: true;
}

/** Returns a line; the elements of a list are joined by commas. */
const toLine = (value: unknown): string | null =>
  toPlainTextOrNull(
    Array.isArray(value) ? value.filter((part) => typeof part === 'string' && part !== '').join(', ') : value,
  );

/** Declares a list of names with a known separator. */
export const separatedNames = (field: string, separator: string): FieldSource<string[]> => [
  field,
  (value) => parseNames(value, separator),
];

/** Declares a boolean that is true for one value of a field. */
export const equals = (field: string, value: string): FieldSource<boolean> => [
  field,
  (text) => toFirstText(text).toLowerCase() === value,
];

/** Declares a fraction (0–1) that is stored as a percentage. */
export const percentage = (field: string): FieldSource<number> => [
  field,
  (value) => parseProgress(`${Number(value) || 0}%`),
];

/** Declares fields with the user's note on the whole article. */
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

/** Reads the fields of an article except its address, as input for `makeRecord`. */
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

/** Reads the address of an article, unvalidated. */
export const readArticleUrl = (row: Row, { url = 'url' }: FieldSources): string =>
  readSource(row, url, toFirstText);

/** Converts a row to a record. */
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

/**
 * Finds the first object of a list (undefined if the list is empty). Returns undefined if the file has no such list.
 */
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

/** Maximum number of highlights in one record; further highlights of the article start a new record. */
const MAX_JOINED_HIGHLIGHTS = 1000;

/** Cut, because each of a great many records can add some. */
const mergeTags = (a: readonly string[], b: readonly string[]): string[] =>
  [...new Set([...a, ...b])].slice(0, COUNT_LIMITS.tags);

/**
 * Merges a record's highlights into the previous record if both belong to one article.
 *
 * @returns whether they were merged
 */
function mergeHighlights(target: ImportRecord, added: ImportRecord): boolean {
  if ('item' in target && 'item' in added) {
    const [first, next] = [target.item, added.item];
    if (!target.isAddition || !added.isAddition || first.url !== next.url || first.title !== next.title)
      return false;
    if (first.highlights.length >= MAX_JOINED_HIGHLIGHTS) return false;
    const times = [first.savedAt, next.savedAt].filter((time) => time !== null);
    first.savedAt = times.length === 0 ? null : Math.min(...times);
    first.highlights.push(...next.highlights);
    first.tags = mergeTags(first.tags, next.tags);
    return true;
  }
  if (!('unmatched' in target && 'unmatched' in added)) return false;
  const [first, next] = [target.unmatched, added.unmatched];
  if (first.title !== next.title || first.byline !== next.byline) return false;
  if (first.highlights.length >= MAX_JOINED_HIGHLIGHTS) return false;
  first.highlights.push(...next.highlights);
  first.tags = mergeTags(first.tags, next.tags);
  return true;
}

/** Converts rows to records. Consecutive highlights of one article become one record. */
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

/** Reads the ids of the objects in a list of a JSON file. */
async function readIds(file: Blob, key: string): Promise<Set<string | null>> {
  const ids = new Set<string | null>();
  for await (const element of readJsonElements(file, key))
    if (element.ok) ids.add(toIdOrNull(getField(element.value, 'id')));
  ids.delete(null);
  return ids;
}

/** Returns the fields of a declaration, with those that depend on other parts of the file. */
async function prepareFields(
  file: Blob,
  { fields, listTree, favouritesKey }: FormatDeclaration<string>,
): Promise<FieldSources> {
  const prepared = { ...fields };
  if (listTree !== undefined) {
    const tree = await readListTree(file, listTree.key, listTree.omitted);
    prepared.lists = [listTree.ids, (ids) => tree.findPaths(ids)];
  }
  if (favouritesKey !== undefined) {
    const favourites = await readIds(file, favouritesKey);
    prepared.favourite = ['id', (id) => favourites.has(toIdOrNull(id))];
  }
  return prepared;
}

/** Creates a format from its declaration. */
export function defineFieldFormat<Name extends string>(
  declared: FormatDeclaration<Name>,
): FileFormat<Name> & { declared: FormatDeclaration<Name> } {
  const { name, comesLast, rootNames } = declared;
  return {
    name,
    declared,
    ...(comesLast ? { isReadLast: comesLast } : {}),
    matches: (head) => matchesHead(head, declared),
    read: async function* (file) {
      const fields = await prepareFields(file, declared);
      const toRecord = (row: Row, at: string): ImportRecord =>
        toImportRecord(row, at, { ...declared, fields });
      if (declared.layout === 'table') yield* toImportRecords(readTable(file), toRecord);
      else if (declared.layout.leafNames === undefined) {
        const root = rootNames === undefined ? {} : parseTruncatedJson(await readTextHead(file));
        yield* toImportRecords(readList(file, declared.layout.list, toRow(root)), toRecord);
      } else {
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
