/** Tables, lists and trees of any product whose columns or fields have common names. */
import { readGuardedCell } from '../../export/csv-write.ts';
import { readListCell } from '../../list-cell.ts';
import { parseWebAddress, toListPaths, toPlainText, toPlainTextOrNull } from '../../web-address.ts';
import { type FieldSources, toFirstText, toImportRecord, toImportRecords } from '../field-format.ts';
import type { FileFormat, FileHead } from '../format-types.ts';
import type { ImportedHighlight, ImportRecord } from '../import-types.ts';
import { htmlToText } from '../parsing/html-text.ts';
import { getField, toArray } from '../parsing/json-elements.ts';
import {
  makeArticleNote,
  parseBoolean,
  parseLabelledHighlights,
  parseNames,
  parseTime,
} from '../parsing/read-fields.ts';
import { makeRowReader, normaliseName, type Row, readList, readTable, toRow } from '../parsing/rows.ts';
import { readTreeFile, type TreeShape, walkLeaves } from '../parsing/tree-reader.ts';
import { parseFileHead } from '../read-head.ts';

/** Columns that show that a table is not a list of articles: people, accounts, goods. */
const FOREIGN =
  /^(?:e?mail(?:address)?|phone(?:number)?|mobile|user(?:name)?|password|price|amount|iban|sku|birthday)$/;

/** Ignores numbers, since some products have columns of the same names with counts. */
const unlessCount = (value: unknown): string =>
  /^[\d\s.,]*$/.test(toFirstText(value)) ? '' : toFirstText(value);

/** Types of Hypothesis' annotations: `annotationRole` in its client. Their author is the user. */
const ANNOTATION = /^(?:annotation|highlight|page note|reply)$/i;

/** True for annotations of Hypothesis: a row of its CSV, or an object in the W3C's model. */
const isAnnotation = (row: Row): boolean =>
  Array.isArray(row('target')) || ANNOTATION.test(toFirstText(row('type')));

/** A date, or a time in seconds or milliseconds since 1970. */
function readDay(value: unknown): string | null {
  const time = /^\d{9,}$/.test(String(value)) ? parseTime(value) : null;
  return time === null ? toPlainTextOrNull(value) : new Date(time).toISOString();
}

/** The words that an annotation in the W3C's model is about; `''` if it is about the whole page. */
function quoteOf(row: Row): string {
  const selectors = toArray(getField(toArray(row('target'))[0], 'selector'));
  return (
    selectors.map((selector) => toFirstText(getField(selector, 'exact'))).find((exact) => exact !== '') ?? ''
  );
}

const SAVED =
  'saved|saved at|saved date|time added|created|created at|created time|added|added at|date added|timestamp|^created|^created at|^date';

function readHighlights(row: Row): ImportedHighlight[] {
  // Only Zotero, whose rows have an item type, writes notes as HTML; elsewhere `<` was typed by the user.
  const noteOf = row('item type') === undefined ? (words: string) => words : htmlToText;
  const fields = ['note', 'notes', 'comment', 'comments', 'custom description'];
  if (isAnnotation(row)) fields.push('text');
  const notes = makeArticleNote(...fields.map((name) => noteOf(unlessCount(row(name)))));
  const text = toFirstText(row('quote')) || quoteOf(row);
  const note = notes[0]?.note ?? '';
  const marked = { text, note, createdAt: parseTime(row(SAVED)), colour: toPlainTextOrNull(row('color')) };
  return [
    ...(text === '' ? notes : [marked]),
    ...parseLabelledHighlights(unlessCount(row('highlights')) || unlessCount(row('annotations'))),
  ];
}

/** Diigo writes this tag if there is none. */
const NO_TAG = 'no_tag';

/** Fields by the names that are common among exports: our own list, linkding, Shaarli, Buku, Diigo, Zotero, Toby … */
export const COMMON_FIELDS: FieldSources = {
  url: 'url|link|uri|href',
  title: 'custom title|title|name|website title|document.title',
  byline: ['byline|author', (name, row) => (isAnnotation(row) ? null : toPlainTextOrNull(name))],
  siteName: 'site|site name|publication title|publisher',
  publishedAt: ['published|published at|published date|date', readDay],
  excerpt: 'excerpt|description|summary|abstract note|website description',
  imageUrl: 'image url|preview image url|thumbnail',
  savedAt: SAVED,
  tags: [
    'tags|labels|keywords|tag names|manual tags|^labels',
    (value) => parseNames(value).filter((tag) => tag !== NO_TAG),
  ],
  lists: [
    'lists|list|folder|collection',
    (value) => (typeof value === 'string' ? readListCell(value) : null) ?? toListPaths(parseNames(value)),
  ],
  archived: [
    'archived|is archived|status|state|location',
    (_, row) =>
      parseBoolean(row('archived|is archived')) ||
      /^archived?$/i.test(toFirstText(row('status|state|location'))),
  ],
  favourite: 'favourite|favorite|starred',
  progress: 'progress|reading progress',
  // Other tables call other things their content.
  html: ['html content|content', (html) => (/<p[\s>]/i.test(toFirstText(html)) ? toFirstText(html) : null)],
  highlights: [readHighlights],
};

/** In answers of Readwise Reader's API, `url` is its own address of an article. */
const JSON_FIELDS: FieldSources = { ...COMMON_FIELDS, url: 'source url|url|link|uri|href' };

const recordOfAny = (row: Row, at: string, fields: FieldSources): ImportRecord =>
  toImportRecord(row, at, { fields, ...(isAnnotation(row) ? { isAddition: true } : {}) });

/** Diigo's columns, in files that lack their header. */
const DIIGO = ['title', 'url', 'tags', 'description', 'comments', 'annotations', 'created_at'];

const isWeb = (value: unknown): boolean => 'url' in parseWebAddress(toFirstText(value));

const isDiigoRow = (row: readonly string[]): boolean =>
  row.length === DIIGO.length && /^https?:/i.test(row[1] ?? '') && parseTime(row[6]) !== null;

/** True if the first and most of the other rows are Diigo's, without a header: an address and a time in their columns. */
const isDiigo = (head: FileHead): boolean =>
  head.kind === 'text' &&
  isDiigoRow(head.header) &&
  head.rows.filter(isDiigoRow).length * 2 >= head.rows.length;

/** True if most of the values are addresses of web pages. */
function areAddresses(values: readonly string[]): boolean {
  const said = values.filter((value) => value.trim() !== '');
  return said.filter(isWeb).length * 2 >= said.length;
}

/** A row whose cells are without the apostrophes that guard spreadsheets. */
const unguarded =
  (row: Row): Row =>
  (names) => {
    const cell = row(names);
    return typeof cell === 'string' ? readGuardedCell(cell) : cell;
  };

function fitsTable(head: FileHead): boolean {
  if (head.kind !== 'text') return false;
  const { columns, rows } = head;
  const at = columns.indexOf(columns.includes('url') ? 'url' : 'link');
  if (at < 0 || columns.some((name) => FOREIGN.test(name))) return isDiigo(head);
  return (columns[at] === 'url' || columns.length > 1) && areAddresses(rows.map((row) => row[at] ?? ''));
}

/** Any CSV with a column of addresses: our own list of articles, exports of other products, answers of APIs. */
export const ANY_CSV: FileFormat<'csv'> = {
  name: 'csv',
  matches: fitsTable,
  read: async function* (file) {
    const header = isDiigo(await parseFileHead(file)) ? DIIGO : undefined;
    yield* toImportRecords(readTable(file, header), (row, at) =>
      recordOfAny(unguarded(row), at, COMMON_FIELDS),
    );
  },
};

/** Keys under which products keep their list; null for a file that is a list itself. */
const LIST_KEYS = [
  null,
  'results',
  'items',
  'bookmarks',
  'links',
  'annotations',
  'entries',
  'articles',
  'data',
];

/** Fields that objects which are no articles lack. */
const TITLE_KEYS = ['title', 'name', 'tags', 'labels', 'target', 'customtitle'];

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value).map(normaliseName)
    : [];

/** An object with an address and a title or tags. */
function isArticle(value: unknown): boolean {
  return (
    keysOf(value).some((key) => TITLE_KEYS.includes(key)) &&
    isWeb(toRow(value)('source url|url|link|uri|href'))
  );
}

/** A `user` is who saved it, in APIs. */
const isForeign = (value: unknown): boolean =>
  keysOf(value).some((key) => key !== 'user' && FOREIGN.test(key));

/** The key of the list of articles; undefined if there is none. */
function listKeyOf(head: FileHead): string | null | undefined {
  if (head.kind !== 'json') return undefined;
  return LIST_KEYS.find((key) => {
    const first = toArray(key === null ? head.value : getField(head.value, key))[0];
    return isArticle(first) && !isForeign(first);
  });
}

/** Marks what a product kept by itself. */
const UNSAVED = 'not saved by the user';

/** Session Buddy's backup also has a history of what was open. */
function markUnsaved(tree: unknown): unknown {
  const isBuddy = toFirstText(getField(tree, 'format')).startsWith('nxs.json');
  return isBuddy ? { ...Object(tree), history: { [UNSAVED]: true, list: getField(tree, 'history') } } : tree;
}

function recordOfObject(row: Row, at: string): ImportRecord {
  const [url, title] = [toFirstText(row('url')), toFirstText(row('title'))];
  // Readwise Reader's items of feeds, what was open in Session Buddy, and Reader's highlights, which have no address.
  if (row('location') === 'feed' || row(`^${UNSAVED}`) !== undefined)
    return { at, why: 'notSaved', url, title };
  if (/^(?:highlight|note)$/.test(toFirstText(row('category'))))
    return { at, why: 'noAddress', url: '', title };
  return recordOfAny(row, at, JSON_FIELDS);
}

/** Names of folders that their product chose: xBrowserSync's four. */
const ROOT_FOLDER = /^\[xbs\] /;

/**
 * A tree of any product: bookmarks of xBrowserSync, Toby's lists of cards, the collections or sessions with windows and
 * tabs of Session Buddy and Tab Session Manager. What a session says of itself is true of its tabs, too.
 */
const ANY_TREE: TreeShape = {
  isLeaf: isArticle,
  getFolderName: (folder) => {
    const name = toPlainText(toRow(folder)('title|name'));
    return ROOT_FOLDER.test(name) ? '' : name;
  },
  getChildren: (node) => Object.values(node ?? {}),
  toRecord: recordOfObject,
};

/** Number of articles at the beginning of a tree that are looked at. */
const MAX_SAMPLE = 20;

function isTree(head: FileHead): boolean {
  if (head.kind !== 'json') return false;
  let count = 0;
  for (const { row } of walkLeaves(head.value, ANY_TREE)) {
    if (isForeign(row(''))) return false;
    count += 1;
    if (count >= MAX_SAMPLE) break;
  }
  return count > 0;
}

/**
 * Any JSON with objects that have an address and a title or tags, in a list or a tree: answers of linkding's, Shaarli's,
 * Feedbin's and Readwise Reader's APIs, Buku, Hypothesis' annotations, and trees.
 */
export const ANY_JSON: FileFormat<'json'> = {
  name: 'json',
  matches: (head) => listKeyOf(head) !== undefined || isTree(head),
  read: async function* (file) {
    const key = listKeyOf(await parseFileHead(file));
    yield* key === undefined
      ? readTreeFile(file, ANY_TREE, markUnsaved)
      : toImportRecords(readList(file, key), recordOfObject);
  },
};

/** The columns or fields of a file of unknown format, by whether they are read. */
export interface FieldUse {
  used: string[];
  unused: string[];
}

/**
 * Which columns of a table, or fields of a list's objects, are read, as far as the beginning of the file shows; null if
 * it is neither. Columns without a value are left out.
 */
export function describeFields(head: FileHead): FieldUse | null {
  const sample = sampleOf(head);
  if (sample === null) return null;
  const [filled, used] = [new Set<string>(), new Set<string>()];
  for (const { names, row, fields } of sample) {
    const named = new Map(names.map((name) => [normaliseName(name), name]));
    for (const name of names) if (row(name) !== undefined) filled.add(name);
    // Asks for one name after the other, to see which is taken.
    const watched: Row = (wanted) => {
      for (const path of wanted.split('|')) {
        const value = row(path);
        const name = named.get(normaliseName(path.split('.')[0] ?? ''));
        if (value !== undefined && name !== undefined) used.add(name);
        if (value !== undefined) return value;
      }
      return undefined;
    };
    recordOfAny(watched, '', fields);
  }
  return { used: [...used], unused: [...filled].filter((name) => !used.has(name)) };
}

interface Sample {
  names: readonly string[];
  row: Row;
  fields: FieldSources;
}

/** The first rows or objects of a file. */
function sampleOf(head: FileHead): Sample[] | null {
  if (head.kind === 'text') {
    const names = isDiigo(head) ? DIIGO : head.header;
    const rowOf = makeRowReader(names);
    return head.rows.map((cells) => ({ names, row: rowOf([...cells]), fields: COMMON_FIELDS }));
  }
  const key = listKeyOf(head);
  if (head.kind !== 'json' || key === undefined) return null;
  const list = toArray(key === null ? head.value : getField(head.value, key)).slice(0, MAX_SAMPLE);
  return list.map((value) => ({
    names: typeof value === 'object' && value !== null ? Object.keys(value) : [],
    row: toRow(value),
    fields: JSON_FIELDS,
  }));
}
