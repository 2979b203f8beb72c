import { readGuardedCell } from '../../../export/csv-write.ts';
import { readListCell } from '../../../list-cell.ts';
import { listsOfNames, plainOrNull, readAddress } from '../../../web-address.ts';
import type { ImportedHighlight, ImportRecord } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { type CsvRow, csvFormat } from '../../parsing/csv-rows.ts';
import { textOfHtml } from '../../parsing/html-text.ts';
import {
  articleNote,
  readFlag,
  readLabelledHighlights,
  readNames,
  readShare,
  readTime,
} from '../../parsing/read-fields.ts';

/** Columns that show that a table is not a list of articles: people, accounts, goods. */
export const FOREIGN =
  /^(?:e?mail(?:address)?|phone(?:number)?|mobile|user(?:name)?|password|price|amount|iban|sku|birthday)$/;

/** Diigo writes this tag if there is none. */
const NO_TAG = 'no_tag';

/** Ignores numbers, since some products have columns of the same names with counts. */
const unlessCount = (field: string): string => (/^[\d\s.,]*$/.test(field) ? '' : field);

/** True if most of the values are addresses of web pages. */
function areAddresses(values: readonly string[]): boolean {
  const said = values.filter((value) => value.trim() !== '');
  return said.filter((value) => 'url' in readAddress(value)).length * 2 >= said.length;
}

/** Types of Hypothesis' annotations: `annotationRole` in its client. Their author is the user. */
const ANNOTATION = /^(?:annotation|highlight|page note|reply)$/i;

/** A date, or a time in seconds or milliseconds since 1970. */
function readDay(field: string): string | null {
  const time = /^\d{9,}$/.test(field) ? readTime(field) : null;
  return time === null ? plainOrNull(field) : new Date(time).toISOString();
}

/**
 * The record of a row or object whose fields have names that are common among exports.
 *
 * @param row the fields by normalised names
 */
export function recordOfRow(row: CsvRow, at: string): ImportRecord {
  // Only Zotero, whose rows have an item type, writes notes as HTML; elsewhere `<` was typed by the user.
  const noteOf = row('itemtype') === '' ? (note: string) => note : textOfHtml;
  const lists = row('lists', 'list', 'folder', 'collection');
  const isAnnotation = ANNOTATION.test(row('type'));
  const content = row('htmlcontent', 'content');
  const savedAt = readTime(
    row(
      ...[
        'saved',
        'savedat',
        'saveddate',
        'timeadded',
        'created',
        'createdat',
        'createdtime',
        'added',
        'addedat',
      ],
      ...['dateadded', 'timestamp'],
    ),
  );
  const notes = articleNote(
    ...['note', 'notes', 'comment', 'comments'].map((name) => noteOf(unlessCount(row(name)))),
  );
  const quote: ImportedHighlight[] =
    row('quote') === ''
      ? []
      : [
          {
            text: row('quote'),
            note: notes[0]?.note ?? '',
            createdAt: savedAt,
            colour: plainOrNull(row('color')),
          },
        ];
  const record = makeRecord(at, row('url', 'link', 'uri', 'href'), {
    title: row('title', 'name', 'websitetitle'),
    byline: isAnnotation ? null : plainOrNull(row('byline', 'author')),
    siteName: plainOrNull(row('site', 'sitename', 'publicationtitle', 'publisher')),
    publishedAt: readDay(row('published', 'publishedat', 'publisheddate', 'date')),
    excerpt: plainOrNull(row('excerpt', 'description', 'summary', 'abstractnote', 'websitedescription')),
    imageUrl: row('imageurl', 'previewimageurl', 'thumbnail') || null,
    savedAt,
    tags: readNames(row('tags', 'labels', 'keywords', 'tagnames', 'manualtags')).filter(
      (tag) => tag !== NO_TAG,
    ),
    lists: readListCell(lists) ?? listsOfNames(readNames(lists)),
    archived:
      readFlag(row('archived', 'isarchived')) || /^archived?$/i.test(row('status', 'state', 'location')),
    favourite: readFlag(row('favourite', 'favorite', 'starred')),
    progress: readShare(row('progress', 'readingprogress')),
    // Other tables call other things their content.
    html: /<p[\s>]/i.test(content) ? content : null,
    highlights: [
      ...(quote.length > 0 ? quote : notes),
      ...readLabelledHighlights(unlessCount(row('highlights')) || unlessCount(row('annotations'))),
    ],
  });
  return isAnnotation && 'item' in record ? { ...record, adds: true } : record;
}

/**
 * Any CSV with a column of addresses: our own list of articles, exports of other products, and tables made from API
 * responses.
 */
export const ANY_CSV = csvFormat({
  name: 'csv',
  columns: [],
  fits: (columns, rows) => {
    const place = columns.indexOf(columns.includes('url') ? 'url' : 'link');
    if (place < 0 || columns.some((name) => FOREIGN.test(name))) return false;
    return (
      (columns[place] === 'url' || columns.length > 1) && areAddresses(rows.map((row) => row[place] ?? ''))
    );
  },
  toRecord: (guarded, at) => recordOfRow((...names) => readGuardedCell(guarded(...names)), at),
});
