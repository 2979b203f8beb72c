/** Pocket: lists as CSV and HTML, highlights, and collections. */

import { cleanNames, plain, plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { fieldOf, hasKey, listOf, readJsonElements, textOf } from '../../parsing/json-elements.ts';
import { readNames, readTime } from '../../parsing/read-fields.ts';
import { readLinkHtml } from '../bookmarks/link-html.ts';

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

/** Pocket's HTML: `<h1>Unread</h1><ul><li><a href time_added tags>`. */
export const POCKET_HTML: FileFormat<'pocketHtml'> = {
  name: 'pocketHtml',
  fits: (head) =>
    head.kind === 'markup' &&
    head.tokens.some(
      (token) => token.kind === 'open' && token.tag === 'a' && token.attributes.has('time_added'),
    ),
  read: readLinkHtml,
};

function annotationsToRecord(entry: unknown, at: string): ImportRecord {
  const highlights = listOf(fieldOf(entry, 'highlights')).map((highlight) => ({
    text: plain(fieldOf(highlight, 'quote')),
    note: '',
    createdAt: readTime(fieldOf(highlight, 'created_at')),
    colour: null,
  }));
  const record = makeRecord(at, textOf(fieldOf(entry, 'url')), {
    title: textOf(fieldOf(entry, 'title')) ?? '',
    highlights: highlights.filter(({ text }) => text !== ''),
  });
  return 'item' in record ? { ...record, adds: true } : record;
}

async function* readAnnotations(file: Blob): RecordStream {
  let count = 0;
  for await (const element of readJsonElements(file, null)) {
    count += 1;
    const at = String(count);
    if (element.ok) yield annotationsToRecord(element.value, at);
    else yield { at, why: 'unreadable', url: '', title: '' };
  }
}

/**
 * Pocket's highlights, `annotations/part_000000.json` of its archive: `[{url, title, highlights: [{quote, created_at}]}]`
 * (`AnnotationsExportEntry` in Pocket’s own exporter). The articles themselves are in its CSV.
 */
export const POCKET_ANNOTATIONS: FileFormat<'pocketCsv'> = {
  name: 'pocketCsv',
  comesLast: true,
  fits: (head) => {
    const first = head.kind === 'json' ? listOf(head.value)[0] : undefined;
    const highlight = listOf(fieldOf(first, 'highlights'))[0];
    return hasKey(first, 'url') && hasKey(highlight, 'quote') && hasKey(highlight, 'created_at');
  },
  read: readAnnotations,
};

/** Maximum size in bytes of a collection whose title is read. */
const MAX_COLLECTION_BYTES = 16 * 2 ** 20;

/** The title of a collection. */
async function titleOf(file: Blob): Promise<string | null> {
  if (file.size > MAX_COLLECTION_BYTES) return null;
  try {
    return textOf(fieldOf(JSON.parse(await file.text()), 'title'));
  } catch {
    // The file is damaged, but its addresses are still worth importing.
    return null;
  }
}

function itemToRecord(entry: unknown, at: string, name: string | null): ImportRecord {
  const note = plain(fieldOf(entry, 'note'));
  const record = makeRecord(at, textOf(fieldOf(entry, 'url')), {
    title: textOf(fieldOf(entry, 'title')) ?? '',
    excerpt: plainOrNull(fieldOf(entry, 'excerpt')),
    lists: cleanNames(name === null ? [] : [name]).map((one) => [one]),
    highlights: note === '' ? [] : [{ text: '', note, createdAt: null, colour: null }],
  });
  return 'item' in record ? { ...record, adds: true } : record;
}

async function* readCollection(file: Blob): RecordStream {
  const name = await titleOf(file);
  let count = 0;
  for await (const element of readJsonElements(file, 'items')) {
    count += 1;
    const at = String(count);
    if (element.ok) yield itemToRecord(element.value, at, name);
    else yield { at, why: 'unreadable', url: '', title: '' };
  }
}

/**
 * One of Pocket's collections, `collections/<slug>.json` of its archive:
 * `{title, description, slug, createdAt, items: [{url, title, excerpt, note}]}` (`ListExport` in Pocket’s own exporter).
 */
export const POCKET_COLLECTION: FileFormat<'pocketCsv'> = {
  name: 'pocketCsv',
  comesLast: true,
  fits: (head) => {
    if (head.kind !== 'json' || Array.isArray(head.value)) return false;
    const [first] = listOf(fieldOf(head.value, 'items'));
    return (
      hasKey(head.value, 'title') &&
      hasKey(head.value, 'slug') &&
      hasKey(first, 'url') &&
      hasKey(first, 'excerpt')
    );
  },
  read: readCollection,
};
