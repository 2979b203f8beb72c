import { plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { fieldOf, hasKey, listOf, readJsonElements, textOf } from '../../parsing/json-elements.ts';
import { readFlag, readTime } from '../../parsing/read-fields.ts';

/** Tags are strings, or objects with a label, by the version that wrote the file. */
function readTags(value: unknown): string[] {
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

function toRecord(entry: unknown, at: string): ImportRecord {
  const content = textOf(fieldOf(entry, 'content'));
  const isHtml = (textOf(fieldOf(entry, 'mimetype')) ?? 'text/html').includes('html');
  const authors = listOf(fieldOf(entry, 'published_by')).flatMap((name) => textOf(name) ?? []);
  return makeRecord(at, textOf(fieldOf(entry, 'url')), {
    title: textOf(fieldOf(entry, 'title')) ?? '',
    byline: plainOrNull(authors.join(', ')),
    publishedAt: plainOrNull(fieldOf(entry, 'published_at')),
    lang: plainOrNull(fieldOf(entry, 'language')),
    imageUrl: textOf(fieldOf(entry, 'preview_picture')),
    savedAt: readTime(fieldOf(entry, 'created_at')),
    archived: readFlag(fieldOf(entry, 'is_archived')),
    favourite: readFlag(fieldOf(entry, 'is_starred')),
    tags: readTags(fieldOf(entry, 'tags')),
    html: isHtml && content !== null && content.trim() !== '' ? content : null,
    highlights: readHighlights(fieldOf(entry, 'annotations')),
  });
}

/** wallabag's JSON: an array of entries, with their texts. */
async function* readWallabag(file: Blob): RecordStream {
  let count = 0;
  for await (const element of readJsonElements(file, null)) {
    count += 1;
    if (element.ok) yield toRecord(element.value, String(count));
    else yield { at: String(count), why: 'unreadable', url: '', title: '' };
  }
}

/** Keys that its entries alone have together. */
const OWN_KEYS = ['is_archived', 'is_starred', 'mimetype', 'domain_name', 'reading_time', 'annotations'];

export const WALLABAG_JSON: FileFormat<'wallabag'> = {
  name: 'wallabag',
  fits: (head) => {
    if (head.kind !== 'json') return false;
    const first = listOf(head.value)[0];
    return hasKey(first, 'url') && OWN_KEYS.some((key) => hasKey(first, key));
  },
  read: readWallabag,
};
