import { readGuardedCell } from '../../../export/csv-write.ts';
import { readListCell } from '../../../list-cell.ts';
import { listsOfNames, plainOrNull, readAddress } from '../../../web-address.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
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
const FOREIGN =
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

/**
 * Any CSV with a column of addresses: our own list of articles, exports of other products, and tables made from API
 * responses, such as those of linkding, which has no CSV export.
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
  toRecord: (guarded, at) => {
    const row = (...names: string[]): string => readGuardedCell(guarded(...names));
    // Only Zotero, whose rows have an item type, writes notes as HTML; elsewhere `<` was typed by the user.
    const noteOf = row('itemtype') === '' ? (note: string) => note : textOfHtml;
    const lists = row('lists', 'list', 'folder', 'collection');
    return makeRecord(at, row('url', 'link'), {
      title: row('title', 'name', 'websitetitle'),
      byline: plainOrNull(row('byline', 'author')),
      siteName: plainOrNull(row('site', 'sitename', 'publicationtitle', 'publisher')),
      publishedAt: plainOrNull(row('published', 'publishedat', 'date')),
      excerpt: plainOrNull(row('excerpt', 'description', 'abstractnote')),
      savedAt: readTime(
        row('saved', 'savedat', 'timeadded', 'created', 'createdat', 'added', 'dateadded', 'timestamp'),
      ),
      tags: readNames(row('tags', 'labels', 'keywords', 'tagnames', 'manualtags')).filter(
        (tag) => tag !== NO_TAG,
      ),
      lists: readListCell(lists) ?? listsOfNames(readNames(lists)),
      archived: readFlag(row('archived', 'isarchived')) || /^archived?$/i.test(row('status', 'state')),
      favourite: readFlag(row('favourite', 'favorite', 'starred')),
      progress: readShare(row('progress', 'readingprogress')),
      highlights: [
        ...articleNote(
          ...['note', 'notes', 'comment', 'comments'].map((name) => noteOf(unlessCount(row(name)))),
        ),
        ...readLabelledHighlights(unlessCount(row('highlights')) || unlessCount(row('annotations'))),
      ],
    });
  },
});
