/** Readeck: a list as CSV, and an archive with texts and images. */

import { TransferError } from '../../../transfer-error.ts';
import { plain, plainOrNull } from '../../../web-address.ts';
import type { ArchiveFile, ArchiveFormat } from '../../format-types.ts';
import type { ImportedHighlight, ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { inlinePictures } from '../../parsing/inline-pictures.ts';
import { fieldOf, hasKey, listOf, textOf } from '../../parsing/json-elements.ts';
import { readFlag, readNames, readShare, readTime } from '../../parsing/read-fields.ts';

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

/** Maximum size of a text in bytes. */
const MAX_TEXT_BYTES = 32 * 2 ** 20;

const BOOKMARK = /(?:^|\/)bookmarks\/[^/]+\/info\.json$/;

/** Matches an image of an article in its HTML. */
const RESOURCE = /\.\/_resources\/[\w.-]+/g;

type Files = ReadonlyMap<string, ArchiveFile>;

/** A text of the archive; null if it is missing or damaged, since the address is still worth importing. */
async function readText(file: ArchiveFile | undefined): Promise<string | null> {
  try {
    const blob = await file?.open();
    return blob === undefined || blob.size > MAX_TEXT_BYTES ? null : await blob.text();
  } catch (error) {
    if (error instanceof TransferError) return null;
    throw error;
  }
}

function readHighlights(value: unknown): ImportedHighlight[] {
  return listOf(value).map((annotation) => ({
    text: plain(fieldOf(annotation, 'text')),
    note: textOf(fieldOf(annotation, 'note')) ?? '',
    createdAt: readTime(fieldOf(annotation, 'created')),
    colour: plainOrNull(fieldOf(annotation, 'color')),
  }));
}

async function readArticle(files: Files, folder: string, bookmark: unknown): Promise<string | null> {
  const name = textOf(fieldOf(fieldOf(fieldOf(bookmark, 'Files'), 'article'), 'name'));
  if (name === null) return null;
  const html = await readText(files.get(`${folder}container/${name}`));
  if (html === null || html.trim() === '') return null;
  return inlinePictures(html, RESOURCE, (resource) => files.get(`${folder}container/${resource.slice(2)}`));
}

async function toRecord(files: Files, name: string, bookmark: unknown): Promise<ImportRecord> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  return makeRecord(name, textOf(fieldOf(bookmark, 'URL')), {
    title: textOf(fieldOf(bookmark, 'Title')) ?? '',
    byline: plainOrNull(readNames(fieldOf(bookmark, 'Authors')).join(', ')),
    siteName: plainOrNull(fieldOf(bookmark, 'SiteName')),
    publishedAt: plainOrNull(fieldOf(bookmark, 'Published')),
    lang: plainOrNull(fieldOf(bookmark, 'Lang')),
    excerpt: plainOrNull(fieldOf(bookmark, 'Description')),
    savedAt: readTime(fieldOf(bookmark, 'Created')),
    archived: readFlag(fieldOf(bookmark, 'IsArchived')),
    favourite: readFlag(fieldOf(bookmark, 'IsMarked')),
    progress: readShare(`${Number(fieldOf(bookmark, 'ReadProgress')) || 0}%`),
    tags: readNames(fieldOf(bookmark, 'Labels')),
    html: await readArticle(files, folder, bookmark),
    highlights: readHighlights(fieldOf(bookmark, 'Annotations')),
  });
}

async function* readReadeck(all: readonly ArchiveFile[]): RecordStream {
  const files: Files = new Map(all.map((file) => [file.name, file]));
  for (const file of all) {
    if (!BOOKMARK.test(file.name)) continue;
    const text = await readText(file);
    let bookmark: unknown;
    try {
      bookmark = JSON.parse(text ?? '');
    } catch {
      // Reported as unreadable.
      yield { at: file.name, why: 'unreadable', url: '', title: '' };
      continue;
    }
    yield await toRecord(files, file.name, bookmark);
  }
}

/**
 * Readeck's archive: `data.json`, and for each bookmark `bookmarks/<id>/info.json` with its metadata and
 * `bookmarks/<id>/container/` with its text and images.
 */
export const READECK_ZIP: ArchiveFormat<'readeck'> = {
  name: 'readeck',
  fitsArchive: async (files) => {
    const head = await files.find(({ name }) => BOOKMARK.test(name))?.head();
    return head?.kind === 'json' && hasKey(head.value, 'URL') && hasKey(head.value, 'UID');
  },
  partsOf: (files) => files.filter(({ name }) => /(?:^|\/)(?:data\.json$|bookmarks\/)/.test(name)),
  readArchive: readReadeck,
};
