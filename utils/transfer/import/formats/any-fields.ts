/** Tables, lists and trees of any product whose columns or fields have common names. */
import { unguardCell } from '../../export/csv-write.ts';
import { readListCell } from '../../list-cell.ts';
import { parseWebAddress, toListPaths, toPlainText, toPlainTextOrNull } from '../../web-address.ts';
import { type FieldSources, toImportRecord, toImportRecords } from '../field-format.ts';
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
  toFirstText,
} from '../parsing/read-fields.ts';
import { makeRowReader, normaliseName, type Row, readList, readTable, toRow } from '../parsing/rows.ts';
import { readTreeFile, type TreeShape, walkLeaves } from '../parsing/tree-reader.ts';
import { parseFileHead } from '../read-head.ts';

/** Columns of tables that do not list articles but people, accounts or products. */
const NON_ARTICLE_COLUMN =
  /^(?:e?mail(?:address)?|phone(?:number)?|mobile|user(?:name)?|password|price|amount|iban|sku|birthday)$/;

/** Ignores numbers, since some products have columns of the same names with counts. */
const textUnlessCount = (value: unknown): string =>
  /^[\d\s.,]*$/.test(toFirstText(value)) ? '' : toFirstText(value);

/** Annotation types of Hypothesis (`annotationRole` in its client). */
const ANNOTATION_TYPE = /^(?:annotation|highlight|page note|reply)$/i;

/**
 * Recognises annotations: a row of Hypothesis' CSV, or an object in the W3C annotation model. Their author is the user.
 */
const isAnnotation = (row: Row): boolean =>
  Array.isArray(row('target')) || ANNOTATION_TYPE.test(toFirstText(row('type')));

/** Reads a date, or a Unix timestamp in seconds or milliseconds as ISO 8601. */
function readDay(value: unknown): string | null {
  const time = /^\d{9,}$/.test(String(value)) ? parseTime(value) : null;
  return time === null ? toPlainTextOrNull(value) : new Date(time).toISOString();
}

/** Finds the quoted passage of an annotation in the W3C model; `''` if it annotates the whole page. */
function findQuotedText(row: Row): string {
  const selectors = toArray(getField(toArray(row('target'))[0], 'selector'));
  return (
    selectors.map((selector) => toFirstText(getField(selector, 'exact'))).find((exact) => exact !== '') ?? ''
  );
}

const SAVED_AT_NAMES =
  'saved|saved at|saved date|time added|created|created at|created time|added|added at|date added|timestamp|^created|^created at|^date';

function readHighlights(row: Row): ImportedHighlight[] {
  // Only Zotero, whose rows have an item type, writes notes as HTML; elsewhere `<` was typed by the user.
  const noteOf = row('item type') === undefined ? (words: string) => words : htmlToText;
  const fields = ['note', 'notes', 'comment', 'comments', 'custom description'];
  if (isAnnotation(row)) fields.push('text');
  const notes = makeArticleNote(...fields.map((name) => noteOf(textUnlessCount(row(name)))));
  const text = toFirstText(row('quote')) || findQuotedText(row);
  const note = notes[0]?.note ?? '';
  const highlight = {
    text,
    note,
    createdAt: parseTime(row(SAVED_AT_NAMES)),
    colour: toPlainTextOrNull(row('color')),
  };
  return [
    ...(text === '' ? notes : [highlight]),
    ...parseLabelledHighlights(textUnlessCount(row('highlights')) || textUnlessCount(row('annotations'))),
  ];
}

/** Diigo writes this tag for items without tags. */
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
  savedAt: SAVED_AT_NAMES,
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
  // Other tables use this name for other data.
  html: ['html content|content', (html) => (/<p[\s>]/i.test(toFirstText(html)) ? toFirstText(html) : null)],
  highlights: [readHighlights],
};

/** In responses of Readwise Reader's API, `url` is the address in Reader, not of the page. */
const JSON_FIELDS: FieldSources = { ...COMMON_FIELDS, url: 'source url|url|link|uri|href' };

const toAnyRecord = (row: Row, at: string, fields: FieldSources): ImportRecord =>
  toImportRecord(row, at, { fields, ...(isAnnotation(row) ? { isAddition: true } : {}) });

/** Diigo's columns, in files that lack their header. */
const DIIGO_COLUMNS = ['title', 'url', 'tags', 'description', 'comments', 'annotations', 'created_at'];

const isWebAddress = (value: unknown): boolean => 'url' in parseWebAddress(toFirstText(value));

const isDiigoRow = (row: readonly string[]): boolean =>
  row.length === DIIGO_COLUMNS.length && /^https?:/i.test(row[1] ?? '') && parseTime(row[6]) !== null;

/**
 * Recognises Diigo's table without a header: the first row and most others have an address and a time in their columns.
 */
const isDiigo = (head: FileHead): boolean =>
  head.kind === 'text' &&
  isDiigoRow(head.header) &&
  head.rows.filter(isDiigoRow).length * 2 >= head.rows.length;

/** Checks whether at least half of the non-empty values are web addresses. */
function areAddresses(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== '');
  return filled.filter(isWebAddress).length * 2 >= filled.length;
}

/** Wraps a row so that apostrophes against CSV injection are removed from its cells. */
const withoutGuards =
  (row: Row): Row =>
  (names) => {
    const cell = row(names);
    return typeof cell === 'string' ? unguardCell(cell) : cell;
  };

function matchesTable(head: FileHead): boolean {
  if (head.kind !== 'text') return false;
  const { columns, rows } = head;
  const addressIndex = columns.indexOf(columns.includes('url') ? 'url' : 'link');
  if (addressIndex < 0 || columns.some((name) => NON_ARTICLE_COLUMN.test(name))) return isDiigo(head);
  return (
    (columns[addressIndex] === 'url' || columns.length > 1) &&
    areAddresses(rows.map((row) => row[addressIndex] ?? ''))
  );
}

/** Any CSV with a column of addresses: our own list of articles, exports of other products, API responses. */
export const ANY_CSV: FileFormat<'csv'> = {
  name: 'csv',
  matches: matchesTable,
  read: async function* (file) {
    const header = isDiigo(await parseFileHead(file)) ? DIIGO_COLUMNS : undefined;
    yield* toImportRecords(readTable(file, header), (row, at) =>
      toAnyRecord(withoutGuards(row), at, COMMON_FIELDS),
    );
  },
};

/** Possible keys of the list of articles; null for a file that is a list itself. */
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

/** Fields that only articles have: an object needs at least one of them. */
const TITLE_KEYS = ['title', 'name', 'tags', 'labels', 'target', 'customtitle'];

const normalisedKeys = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value).map(normaliseName)
    : [];

/** Checks for an object with an address and a title or tags. */
function isArticle(value: unknown): boolean {
  return (
    normalisedKeys(value).some((key) => TITLE_KEYS.includes(key)) &&
    isWebAddress(toRow(value)('source url|url|link|uri|href'))
  );
}

/** Recognises objects that are not articles. `user` is allowed, since APIs return who saved an article. */
const isNonArticle = (value: unknown): boolean =>
  normalisedKeys(value).some((key) => key !== 'user' && NON_ARTICLE_COLUMN.test(key));

/** Finds the key of the list of articles; undefined if there is none. */
function findListKey(head: FileHead): string | null | undefined {
  if (head.kind !== 'json') return undefined;
  return LIST_KEYS.find((key) => {
    const first = toArray(key === null ? head.value : getField(head.value, key))[0];
    return isArticle(first) && !isNonArticle(first);
  });
}

/** Marks pages that the product stored without a request by the user. */
const UNSAVED_KEY = 'not saved by the user';

/** Session Buddy's backup also contains a history of open tabs. */
function markUnsaved(tree: unknown): unknown {
  const isSessionBuddy = toFirstText(getField(tree, 'format')).startsWith('nxs.json');
  return isSessionBuddy
    ? { ...Object(tree), history: { [UNSAVED_KEY]: true, list: getField(tree, 'history') } }
    : tree;
}

function toObjectRecord(row: Row, at: string): ImportRecord {
  const [url, title] = [toFirstText(row('url')), toFirstText(row('title'))];
  // Feed items of Readwise Reader and the history of Session Buddy were not saved; Reader's highlights have no address.
  if (row('location') === 'feed' || row(`^${UNSAVED_KEY}`) !== undefined)
    return { at, why: 'notSaved', url, title };
  if (/^(?:highlight|note)$/.test(toFirstText(row('category'))))
    return { at, why: 'noAddress', url: '', title };
  return toAnyRecord(row, at, JSON_FIELDS);
}

/** Names of xBrowserSync's four built-in folders. */
const BUILT_IN_FOLDER = /^\[xbs\] /;

/**
 * A tree of any product: bookmarks of xBrowserSync, Toby's lists of cards, the collections or sessions with windows and
 * tabs of Session Buddy and Tab Session Manager. Fields of a session also apply to its tabs.
 */
const ANY_TREE: TreeShape = {
  isLeaf: isArticle,
  getFolderName: (folder) => {
    const name = toPlainText(toRow(folder)('title|name'));
    return BUILT_IN_FOLDER.test(name) ? '' : name;
  },
  getChildren: (node) => Object.values(node ?? {}),
  toRecord: toObjectRecord,
};

/** Number of articles at the beginning of a file that are examined. */
const MAX_SAMPLE = 20;

function isTree(head: FileHead): boolean {
  if (head.kind !== 'json') return false;
  let count = 0;
  for (const { row } of walkLeaves(head.value, ANY_TREE)) {
    if (isNonArticle(row(''))) return false;
    count += 1;
    if (count >= MAX_SAMPLE) break;
  }
  return count > 0;
}

/**
 * Any JSON with objects that have an address and a title or tags, in a list or a tree: API responses of linkding,
 * Shaarli, Feedbin and Readwise Reader, Buku, annotations of Hypothesis, and trees.
 */
export const ANY_JSON: FileFormat<'json'> = {
  name: 'json',
  matches: (head) => findListKey(head) !== undefined || isTree(head),
  read: async function* (file) {
    const key = findListKey(await parseFileHead(file));
    yield* key === undefined
      ? readTreeFile(file, ANY_TREE, markUnsaved)
      : toImportRecords(readList(file, key), toObjectRecord);
  },
};

/** The columns or fields of a file of unknown format: those that are imported, and those that are ignored. */
export interface FieldUsage {
  used: string[];
  unused: string[];
}

/**
 * Determines which columns of a table, or fields of the objects in a list, are imported, from the beginning of the
 * file. Columns without values are omitted. Returns null for other files.
 */
export function describeFields(head: FileHead): FieldUsage | null {
  const sample = takeSample(head);
  if (sample === null) return null;
  const [filled, used] = [new Set<string>(), new Set<string>()];
  for (const { names, row, fields } of sample) {
    const originalNames = new Map(names.map((name) => [normaliseName(name), name]));
    for (const name of names) if (row(name) !== undefined) filled.add(name);
    // Looks up the alternatives one by one, to record which of them is used.
    const trackedRow: Row = (requested) => {
      for (const path of requested.split('|')) {
        const value = row(path);
        const name = originalNames.get(normaliseName(path.split('.')[0] ?? ''));
        if (value !== undefined && name !== undefined) used.add(name);
        if (value !== undefined) return value;
      }
      return undefined;
    };
    toAnyRecord(trackedRow, '', fields);
  }
  return { used: [...used], unused: [...filled].filter((name) => !used.has(name)) };
}

interface Sample {
  names: readonly string[];
  row: Row;
  fields: FieldSources;
}

/** Takes the first rows or objects of a file; null if it is neither a table nor a list. */
function takeSample(head: FileHead): Sample[] | null {
  if (head.kind === 'text') {
    const names = isDiigo(head) ? DIIGO_COLUMNS : head.header;
    const rowOf = makeRowReader(names);
    return head.rows.map((cells) => ({ names, row: rowOf([...cells]), fields: COMMON_FIELDS }));
  }
  const key = findListKey(head);
  if (head.kind !== 'json' || key === undefined) return null;
  const list = toArray(key === null ? head.value : getField(head.value, key)).slice(0, MAX_SAMPLE);
  return list.map((value) => ({
    names: typeof value === 'object' && value !== null ? Object.keys(value) : [],
    row: toRow(value),
    fields: JSON_FIELDS,
  }));
}
