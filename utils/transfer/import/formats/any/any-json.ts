import { readAddress } from '../../../web-address.ts';
import type { FileFormat, FileHead } from '../../format-types.ts';
import type { ImportRecord } from '../../import-types.ts';
import { type CsvRow, foldColumn } from '../../parsing/csv-rows.ts';
import { fieldOf, listOf, readJsonElements, textOf } from '../../parsing/json-elements.ts';
import { readFileHead } from '../../read-head.ts';
import { FOREIGN, recordOfRow } from './any-csv.ts';

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

/** Fields that things which are no articles lack. */
const TITLE_KEYS = ['title', 'name', 'tags', 'labels', 'target'];

/** A field as in a table. Tags may be objects with names, in a list or by their keys. */
function cellOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const names = Object.values(value).map((one) => textOf(one) ?? textOf(fieldOf(one, 'name')));
  return names.includes(null) || names.length === 0 ? '' : JSON.stringify(names);
}

/** The words that an annotation in the W3C's model is about; `''` if it is about the whole page. */
function quoteOf(annotation: unknown): string {
  const selectors = listOf(fieldOf(listOf(fieldOf(annotation, 'target'))[0], 'selector'));
  return (
    selectors.map((selector) => textOf(fieldOf(selector, 'exact')) ?? '').find((exact) => exact !== '') ?? ''
  );
}

/** The fields of an object by normalised names. */
function rowOf(element: unknown): CsvRow {
  const fields = new Map<string, string>();
  for (const [key, value] of Object.entries(element ?? {})) fields.set(foldColumn(key), cellOf(value));
  // Readwise Reader's API has its own addresses in `url`.
  const source = fields.get('sourceurl') ?? '';
  if (source !== '') fields.set('url', source);
  if (Array.isArray(fieldOf(element, 'target'))) {
    const [title] = listOf(fieldOf(fieldOf(element, 'document'), 'title'));
    for (const [key, value] of [
      ['title', cellOf(title)],
      ['quote', quoteOf(element)],
      ['comment', fields.get('text') ?? ''],
      ['type', 'annotation'],
    ] as const)
      fields.set(key, value);
  }
  return (...names) => names.map((name) => fields.get(name) ?? '').find((field) => field !== '') ?? '';
}

function toRecord(element: unknown, at: string): ImportRecord {
  const row = rowOf(element);
  const title = row('title');
  // Readwise Reader's items of feeds, and its highlights, which refer to a document by its id.
  if (row('location') === 'feed') return { at, why: 'notSaved', url: row('url'), title };
  if (/^(?:highlight|note)$/.test(row('category'))) return { at, why: 'noAddress', url: '', title };
  return recordOfRow(row, at);
}

/** A `user` is who saved it, in APIs. */
function isArticle(element: unknown): boolean {
  if (typeof element !== 'object' || element === null) return false;
  const keys = Object.keys(element).map(foldColumn);
  const address = readAddress(rowOf(element)('url', 'link', 'uri', 'href'));
  return (
    'url' in address &&
    TITLE_KEYS.some((key) => keys.includes(key)) &&
    !keys.some((key) => key !== 'user' && FOREIGN.test(key))
  );
}

/** The key of the list of articles; undefined if there is none. */
const listKeyOf = (head: FileHead): string | null | undefined =>
  head.kind === 'json'
    ? LIST_KEYS.find((key) => isArticle(listOf(key === null ? head.value : fieldOf(head.value, key))[0]))
    : undefined;

/**
 * Any JSON with a list of objects that have an address and a title or tags: answers of linkding's, Shaarli's, Feedbin's
 * and Readwise Reader's APIs, Buku, Omnivore's metadata, Hypothesis' annotations.
 */
export const ANY_JSON: FileFormat<'json'> = {
  name: 'json',
  fits: (head) => listKeyOf(head) !== undefined,
  read: async function* (file) {
    let count = 0;
    for await (const element of readJsonElements(file, listKeyOf(await readFileHead(file)) ?? null)) {
      count += 1;
      if (element.ok) yield toRecord(element.value, String(count));
      else yield { at: String(count), why: 'unreadable', url: '', title: '' };
    }
  },
};
