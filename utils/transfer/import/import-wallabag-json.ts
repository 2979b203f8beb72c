import { listLine } from '../export/export-types.ts';
import { plain, plainOrNull } from '../web-address.ts';
import type { ImportRecord, ListPath, RecordStream } from './import-types.ts';
import { fieldOf, listOf, readJsonElements, textOf } from './json-elements.ts';
import { makeRecord } from './make-record.ts';
import { readFlag, readTime } from './read-fields.ts';

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

/** Our own exports say which tags stand for lists; wallabag has none. */
function readLists(value: unknown): ListPath[] {
  return listOf(value).flatMap((path) => {
    const names = listOf(path)
      .map(plain)
      .filter((name) => name !== '');
    return names.length === 0 ? [] : [names];
  });
}

/** Tags without those that stand for lists: in our own exports they come last. */
function ownTags(tags: readonly string[], lists: readonly ListPath[]): string[] {
  const own = tags.length - lists.length;
  const isOurs = lists.every((path, i) => tags[own + i] === listLine(path));
  return isOurs ? tags.slice(0, own) : [...tags];
}

function toRecord(entry: unknown, at: string): ImportRecord {
  const content = textOf(fieldOf(entry, 'content'));
  const isHtml = (textOf(fieldOf(entry, 'mimetype')) ?? 'text/html').includes('html');
  const lists = readLists(fieldOf(entry, 'lists'));
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
    tags: ownTags(readTags(fieldOf(entry, 'tags')), lists),
    lists,
    html: isHtml && content !== null && content.trim() !== '' ? content : null,
    highlights: readHighlights(fieldOf(entry, 'annotations')),
  });
}

/** wallabag's JSON: an array of entries, with their texts. */
export async function* readWallabag(file: Blob): RecordStream {
  let count = 0;
  for await (const element of readJsonElements(file, null)) {
    count += 1;
    if (element.ok) yield toRecord(element.value, String(count));
    else yield { at: String(count), why: 'unreadable', url: '', title: '' };
  }
}
