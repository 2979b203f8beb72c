import { plainOrNull } from '../../../web-address.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

/** Matter's CSV: `Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight Count,Last Interaction Date,File Id`. */
export const MATTER_CSV = csvFormat({
  name: 'matter',
  columns: ['url', 'publisher', 'inqueue'],
  toRecord: (row, at) =>
    makeRecord(at, row('url'), {
      title: row('title'),
      byline: plainOrNull(row('author')),
      siteName: plainOrNull(row('publisher')),
      tags: readNames(row('tags')),
      savedAt: readTime(row('lastinteractiondate')),
      archived: row('inqueue') !== '' && !readFlag(row('inqueue')),
      favourite: readFlag(row('favorited')),
      progress: readFlag(row('read')) ? 1 : 0,
    }),
});
