import type { CsvFormat } from './csv-import.ts';
import { makeRecord } from './make-record.ts';
import { readNames, readTime } from './read-fields.ts';

/** Pocket's CSV: `title,url,time_added,[cursor,]tags,status`; seconds, tags joined by `|`. */
export const POCKET_CSV: CsvFormat = {
  columns: ['url', 'timeadded', 'status'],
  toRecord: (row, at) =>
    makeRecord(at, row('url'), {
      title: row('title'),
      savedAt: readTime(row('timeadded')),
      tags: readNames(row('tags'), row('tags').startsWith('[') ? undefined : '|'),
      archived: row('status') === 'archive',
    }),
};
