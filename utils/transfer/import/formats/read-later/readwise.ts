/** Readwise: highlights, and the list of Readwise Reader. */

import { plain, plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportedHighlight, ImportRecord, RecordStream } from '../../import-types.ts';
import { looseHighlights, makeRecord } from '../../make-record.ts';
import { type CsvRow, csvFormat, readRows } from '../../parsing/csv-rows.ts';
import { readNames, readShare, readTime } from '../../parsing/read-fields.ts';

/**
 * Readwise Reader's CSV: `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen`; tags are a Python
 * list. Locations are `new`, `later`, `shortlist`, `archive`, and `feed` for feed items that the user did not save.
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

/** Rows of one document. */
interface Document {
  at: string;
  url: string;
  title: string;
  byline: string | null;
  tags: string[];
  highlights: ImportedHighlight[];
}

/** Maximum number of highlights of one document in one record; more begin another record. */
const MAX_HIGHLIGHTS_PER_RECORD = 1000;

function documentOf(row: CsvRow, at: string): Document {
  const createdAt = readTime(row('highlightedat', 'date'));
  const text = plain(row('highlight'));
  // A note without a highlight is on the whole article.
  const note = row('note', 'notes', 'comment');
  const highlight = { text, note, createdAt, colour: plainOrNull(row('color')) };
  return {
    at,
    url: row('url', 'sourceurl'),
    title: plain(row('booktitle', 'title')),
    byline: plainOrNull(row('bookauthor', 'author')),
    tags: [...readNames(row('documenttags')), ...readNames(row('tags'))],
    highlights: text === '' && note.trim() === '' ? [] : [highlight],
  };
}

function isSame(one: Document, other: Document): boolean {
  return one.url === other.url && one.title === other.title && one.byline === other.byline;
}

function toRecord({ at, url, title, byline, tags, highlights }: Document): ImportRecord {
  if (url === '') return looseHighlights(at, { title, byline, tags, highlights });
  const times = highlights.flatMap(({ createdAt }) => createdAt ?? []);
  const savedAt = times.length === 0 ? null : Math.min(...times);
  const record = makeRecord(at, url, { title, byline, tags, savedAt, highlights });
  return 'item' in record ? { ...record, adds: true } : record;
}

async function* readHighlights(file: Blob): RecordStream {
  let open: Document | null = null;
  for await (const { row, at } of readRows(file)) {
    const next = documentOf(row, at);
    if (open !== null && isSame(open, next) && open.highlights.length < MAX_HIGHLIGHTS_PER_RECORD) {
      open.highlights.push(...next.highlights);
      open.tags = [...new Set([...open.tags, ...next.tags])];
      continue;
    }
    if (open !== null) yield toRecord(open);
    open = next;
  }
  if (open !== null) yield toRecord(open);
}

/**
 * Readwise's highlights, one row each: `Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location
 * Type,Location,Highlighted at,Document tags`. There is no address. Files for its own import have `Title`, `Author` and
 * `URL`.
 */
export const READWISE_HIGHLIGHTS: FileFormat<'readwiseHighlights'> = {
  ...csvFormat({
    name: 'readwiseHighlights',
    columns: ['highlight'],
    fits: (columns) =>
      columns.includes('booktitle') || (columns.includes('title') && columns.includes('url')),
    toRecord: (row, at) => toRecord(documentOf(row, at)),
  }),
  comesLast: true,
  read: readHighlights,
};
