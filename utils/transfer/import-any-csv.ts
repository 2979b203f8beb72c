import type { CsvFormat } from './csv-import.ts';
import { readGuardedCell } from './csv-write.ts';
import { readFlag, readNames, readShare, readTime } from './read-fields.ts';
import { listsOfNames, makeRecord, plainOrNull } from './web-address.ts';

/** Any CSV with a column of addresses: our own list of articles, and what other products write. */
export const ANY_CSV: CsvFormat = {
  columns: ['url'],
  toRecord: (row, at) =>
    makeRecord(at, row('url', 'link'), {
      title: readGuardedCell(row('title', 'name')),
      byline: plainOrNull(readGuardedCell(row('byline', 'author'))),
      siteName: plainOrNull(readGuardedCell(row('site', 'sitename', 'publisher'))),
      publishedAt: plainOrNull(row('published', 'publishedat', 'date')),
      excerpt: plainOrNull(readGuardedCell(row('excerpt', 'description', 'note'))),
      savedAt: readTime(
        row('saved', 'savedat', 'timeadded', 'created', 'createdat', 'added', 'dateadded', 'timestamp'),
      ),
      tags: readNames(row('tags', 'labels', 'keywords')),
      lists: listsOfNames(readNames(row('lists', 'list', 'folder', 'collection'))),
      archived: readFlag(row('archived')) || /^archived?$/i.test(row('status', 'state')),
      favourite: readFlag(row('favourite', 'favorite', 'starred')),
      progress: readShare(row('progress', 'readingprogress')),
    }),
};
