import { readGuardedCell } from '../../../export/csv-write.ts';
import { readListCell } from '../../../list-cell.ts';
import { listsOfNames, plainOrNull } from '../../../web-address.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { readFlag, readNames, readShare, readTime } from '../../parsing/read-fields.ts';

/** Any CSV with a column of addresses: our own list of articles, and what other products write. */
export const ANY_CSV = csvFormat({
  name: 'csv',
  columns: [],
  fits: (columns) => columns.includes('url') || (columns.includes('link') && columns.length > 1),
  toRecord: (guarded, at) => {
    const row = (...names: string[]): string => readGuardedCell(guarded(...names));
    const lists = row('lists', 'list', 'folder', 'collection');
    return makeRecord(at, row('url', 'link'), {
      title: row('title', 'name'),
      byline: plainOrNull(row('byline', 'author')),
      siteName: plainOrNull(row('site', 'sitename', 'publisher')),
      publishedAt: plainOrNull(row('published', 'publishedat', 'date')),
      excerpt: plainOrNull(row('excerpt', 'description', 'note')),
      savedAt: readTime(
        row('saved', 'savedat', 'timeadded', 'created', 'createdat', 'added', 'dateadded', 'timestamp'),
      ),
      tags: readNames(row('tags', 'labels', 'keywords')),
      lists: readListCell(lists) ?? listsOfNames(readNames(lists)),
      archived: readFlag(row('archived')) || /^archived?$/i.test(row('status', 'state')),
      favourite: readFlag(row('favourite', 'favorite', 'starred')),
      progress: readShare(row('progress', 'readingprogress')),
    });
  },
});
