import { listsOfNames, plainOrNull } from '../../../web-address.ts';
import { makeRecord } from '../../make-record.ts';
import { articleNote } from '../../parsing/article-note.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { htmlOfText } from '../../parsing/html-of-text.ts';
import { readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

/**
 * Karakeep's CSV: `No.,ID,Type,Title,Original Post Link / URL,Text Content,Description,Note / Takeaways,Tags /
 * Categories,Lists,Status,Favourited,Date Saved,Thumbnail`.
 */
export const KARAKEEP_CSV = csvFormat({
  name: 'karakeepCsv',
  columns: ['originalpostlinkurl', 'notetakeaways', 'tagscategories'],
  toRecord: (row, at) =>
    makeRecord(at, row('originalpostlinkurl'), {
      title: row('title'),
      excerpt: plainOrNull(row('description')),
      imageUrl: row('thumbnail'),
      savedAt: readTime(row('datesaved')),
      archived: /^archived$/i.test(row('status')),
      favourite: readFlag(row('favourited')),
      tags: readNames(row('tagscategories'), ','),
      lists: listsOfNames(readNames(row('lists'), ',')),
      html: htmlOfText(row('textcontent')),
      highlights: articleNote(row('notetakeaways')),
    }),
});
