import { plain, plainOrNull } from '../../../web-address.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { readNames, readShare, readTime } from '../../parsing/read-fields.ts';

/** Readwise's highlights: `Highlight,Title,Author,URL,Note,Location,Date`, a row for each highlight. */
export const READWISE_HIGHLIGHTS = csvFormat({
  name: 'readwiseHighlights',
  columns: ['highlight', 'url'],
  toRecord: (row, at) => {
    const createdAt = readTime(row('date', 'highlightedat'));
    return makeRecord(at, row('url', 'sourceurl'), {
      title: row('title', 'booktitle'),
      byline: plainOrNull(row('author', 'bookauthor')),
      tags: readNames(row('documenttags')),
      savedAt: createdAt,
      highlights: [
        { text: plain(row('highlight')), note: row('note'), createdAt, colour: plainOrNull(row('color')) },
      ],
    });
  },
});

/** Readwise's Reader: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`; tags as Python writes them. */
export const READWISE_READER = csvFormat({
  name: 'readwiseReader',
  columns: ['url', 'documenttags', 'saveddate', 'readingprogress'],
  toRecord: (row, at) => {
    const location = row('location').toLowerCase();
    return makeRecord(at, row('url'), {
      title: row('title'),
      savedAt: readTime(row('saveddate')),
      tags: readNames(row('documenttags')),
      progress: readShare(row('readingprogress')),
      archived: location === 'archive',
      lists: location === 'shortlist' ? [['Shortlist']] : [],
    });
  },
});
