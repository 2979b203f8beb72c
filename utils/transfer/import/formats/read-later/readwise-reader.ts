import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { readNames, readShare, readTime } from '../../parsing/read-fields.ts';

/**
 * Readwise's Reader: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`; tags as Python writes
 * them. Locations are `new`, `later`, `shortlist`, `archive`, and `feed` for what a feed brought and nobody saved.
 */
export const READWISE_READER = csvFormat({
  name: 'readwiseReader',
  columns: ['url', 'documenttags', 'saveddate', 'readingprogress'],
  toRecord: (row, at) => {
    const location = row('location').toLowerCase();
    const record = makeRecord(at, row('url'), {
      title: row('title'),
      savedAt: readTime(row('saveddate')),
      tags: readNames(row('documenttags')),
      progress: readShare(row('readingprogress')),
      archived: location === 'archive',
      lists: location === 'shortlist' ? [['Shortlist']] : [],
    });
    if (location !== 'feed' || !('item' in record)) return record;
    return { at, why: 'notSaved', url: record.item.url, title: record.item.title };
  },
});
