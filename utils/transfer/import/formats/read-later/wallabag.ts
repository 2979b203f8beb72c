/** wallabag: lists as CSV and JSON. */

import { listLine } from '../../../export/export-types.ts';
import { plain, plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, ListPath, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { fieldOf, hasKey, listOf, readJsonElements, textOf } from '../../parsing/json-elements.ts';
import { readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

const DAY_FIRST = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)$/;

/** `31/01/2024 09:12:00`: day first, and twelve-hour times without a.m. or p.m. */
function readWallabagTime(field: string): number | null {
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
      savedAt: readWallabagTime(row('creationdate')),
      tags: readNames(row('tags'), ','),
    }),
});

/** Tags are strings, objects with a label, or one string, depending on the version that wrote the file. */
function readTags(value: unknown): string[] {
  if (typeof value === 'string') return readNames(value, ',');
  return listOf(value).flatMap((tag) => textOf(tag) ?? textOf(fieldOf(tag, 'label')) ?? []);
}

function readHighlights(value: unknown) {
  return listOf(value).map((annotation) => ({
    text: textOf(fieldOf(annotation, 'quote')) ?? '',
    note: textOf(fieldOf(annotation, 'text')) ?? '',
    createdAt: readTime(fieldOf(annotation, 'created_at')),
    colour: null,
  }));
}

/** Our own exports state which tags are lists; wallabag has none. */
function readLists(value: unknown): ListPath[] {
  return listOf(value).flatMap((path) => {
    const names = listOf(path)
      .map(plain)
      .filter((name) => name !== '');
    return names.length === 0 ? [] : [names];
  });
}

/** Tags except those that are lists: in our own exports they come last. */
function ownTags(tags: readonly string[], lists: readonly ListPath[]): string[] {
  const own = tags.length - lists.length;
  const isOurs = lists.every((path, i) => tags[own + i] === listLine(path));
  return isOurs ? tags.slice(0, own) : [...tags];
}

/** Placeholders for a text that wallabag could not fetch, and for its title, in versions 2 and 1. */
const NO_TEXT =
  /^\s*(?:<[^>]*>\s*)*(?:wallabag can(?:'|’|&#0?39;)t retrieve contents for this article|\[unable to retrieve full-text content\])/i;
const NO_TITLE = /^(?:no title found|untitled)$/i;

/**
 * A title and a text of wallabag, without placeholders. The text is always HTML: `mimetype` is that of the original
 * page, and often empty.
 */
function withoutFailure(title: string, content: string): { title: string; html: string | null } {
  const isMissing = content.trim() === '' || NO_TEXT.test(content.slice(0, 2000));
  return { title: NO_TITLE.test(title.trim()) ? '' : title, html: isMissing ? null : content };
}

function toRecord(entry: unknown, at: string): ImportRecord {
  const lists = readLists(fieldOf(entry, 'lists'));
  const authors = listOf(fieldOf(entry, 'published_by')).flatMap((name) => textOf(name) ?? []);
  return makeRecord(at, textOf(fieldOf(entry, 'url')), {
    ...withoutFailure(textOf(fieldOf(entry, 'title')) ?? '', textOf(fieldOf(entry, 'content')) ?? ''),
    byline: plainOrNull(authors.join(', ')),
    publishedAt: plainOrNull(fieldOf(entry, 'published_at')),
    lang: plainOrNull(fieldOf(entry, 'language')),
    imageUrl: textOf(fieldOf(entry, 'preview_picture')),
    savedAt: readTime(fieldOf(entry, 'created_at')),
    archived: readFlag(fieldOf(entry, 'is_archived') ?? fieldOf(entry, 'is_read')),
    favourite: readFlag(fieldOf(entry, 'is_starred') ?? fieldOf(entry, 'is_fav')),
    tags: ownTags(readTags(fieldOf(entry, 'tags')), lists),
    lists,
    highlights: readHighlights(fieldOf(entry, 'annotations')),
  });
}

/** wallabag's JSON: an array of entries with their texts. Version 1 has fewer fields. */
async function* readWallabag(file: Blob): RecordStream {
  let count = 0;
  for await (const element of readJsonElements(file, null)) {
    count += 1;
    if (element.ok) yield toRecord(element.value, String(count));
    else yield { at: String(count), why: 'unreadable', url: '', title: '' };
  }
}

/** A combination of keys that only its entries have. */
const OWN_KEYS = [
  'is_archived',
  'is_starred',
  'mimetype',
  'domain_name',
  'reading_time',
  'annotations',
  'is_read',
  'is_fav',
];

export const WALLABAG_JSON: FileFormat<'wallabag'> = {
  name: 'wallabag',
  fits: (head) => {
    if (head.kind !== 'json') return false;
    const first = listOf(head.value)[0];
    return hasKey(first, 'url') && OWN_KEYS.some((key) => hasKey(first, key));
  },
  read: readWallabag,
};
