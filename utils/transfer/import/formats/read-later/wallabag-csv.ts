import { plainOrNull } from '../../../web-address.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { readNames, readTime } from '../../parsing/read-fields.ts';
import { withoutFailure } from './wallabag-json.ts';

const DAY_FIRST = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/;

/** `31/01/2024 09:12:00`: the day first, and hours of twelve without saying which half of the day. */
function readMoment(field: string): number | null {
  return readTime(field.replace(DAY_FIRST, '$3-$2-$1 $4'));
}

/** wallabag's CSV: `Title;URL;Content;Tags;"MIME Type";Language;"Creation date"`. */
export const WALLABAG_CSV = csvFormat({
  name: 'wallabagCsv',
  columns: ['title', 'url', 'content', 'tags', 'mimetype', 'creationdate'],
  toRecord: (row, at) =>
    makeRecord(at, row('url'), {
      ...withoutFailure(row('title'), row('content')),
      lang: plainOrNull(row('language')),
      savedAt: readMoment(row('creationdate')),
      tags: readNames(row('tags'), ','),
    }),
});
