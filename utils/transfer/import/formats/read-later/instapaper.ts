/** Instapaper: lists as CSV and HTML. */

import { listsOfNames, plain } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { readNames, readTime } from '../../parsing/read-fields.ts';
import { readLinkHtml } from '../bookmarks/link-html.ts';

const OWN_FOLDERS = ['unread', 'archive', 'starred'];

/** Instapaper's CSV: `URL,Title,Selection,Folder[,Timestamp,Tags]`; the tags are a JSON array. */
export const INSTAPAPER_CSV = csvFormat({
  name: 'instapaperCsv',
  columns: ['url', 'title', 'selection', 'folder'],
  toRecord: (row, at) => {
    const folder = row('folder');
    const selection = plain(row('selection'));
    return makeRecord(at, row('url'), {
      title: row('title'),
      savedAt: readTime(row('timestamp')),
      tags: readNames(row('tags')),
      archived: folder.toLowerCase() === 'archive',
      favourite: folder.toLowerCase() === 'starred',
      lists: OWN_FOLDERS.includes(folder.toLowerCase()) ? [] : listsOfNames([folder]),
      highlights: selection === '' ? [] : [{ text: selection, note: '', createdAt: null, colour: null }],
    });
  },
});

/** Instapaper's HTML: `<title>Instapaper: Export</title>`, and for each folder `<h1>Unread</h1><ol><li><a href>`. */
export const INSTAPAPER_HTML: FileFormat<'instapaperHtml'> = {
  name: 'instapaperHtml',
  fits: (head) => head.kind === 'markup' && /<title>\s*instapaper\b/i.test(head.text.slice(0, 4096)),
  read: readLinkHtml,
};
