import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { readNames, readTime } from '../../parsing/read-fields.ts';

/** Pocket's CSV: `title,url,time_added,[cursor,]tags,status`; seconds, tags joined by `|`. */
export const POCKET_CSV = csvFormat({
  name: 'pocketCsv',
  columns: ['url', 'timeadded', 'status'],
  toRecord: (row, at) =>
    makeRecord(at, row('url'), {
      title: row('title'),
      savedAt: readTime(row('timeadded')),
      tags: readNames(row('tags'), row('tags').startsWith('[') ? undefined : '|'),
      archived: row('status') === 'archive',
    }),
});
