import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

/** Readeck's CSV: `url,title,created,labels,is_archived,is_marked,type`; the labels are a JSON array. */
export const READECK_CSV = csvFormat({
  name: 'readeckCsv',
  columns: ['url', 'labels', 'isarchived', 'ismarked'],
  toRecord: (row, at) =>
    makeRecord(at, row('url'), {
      title: row('title'),
      savedAt: readTime(row('created')),
      archived: readFlag(row('isarchived')),
      favourite: readFlag(row('ismarked')),
      tags: readNames(row('labels')),
    }),
});
