import type { ImportRecord, RecordStream } from './import-types.ts';
import { fieldOf, listOf, readJsonElements, textOf } from './json-elements.ts';
import { readFlag, readTime } from './read-fields.ts';
import { cleanNames, makeRecord, plainOrNull } from './web-address.ts';

/** Names stand as strings, or in objects. */
function namesOf(value: unknown, names: ReadonlyMap<string, string>): string[] {
  return listOf(value).flatMap((item) => {
    const name = textOf(item) ?? textOf(fieldOf(item, 'name'));
    const id = textOf(item) ?? textOf(fieldOf(item, 'id'));
    return (id === null ? undefined : names.get(id)) ?? name ?? [];
  });
}

function toRecord(bookmark: unknown, at: string, lists: ReadonlyMap<string, string>): ImportRecord {
  const content = fieldOf(bookmark, 'content');
  const note = textOf(fieldOf(bookmark, 'note')) ?? '';
  return makeRecord(at, textOf(fieldOf(content, 'url')) ?? textOf(fieldOf(content, 'sourceUrl')), {
    title:
      textOf(fieldOf(bookmark, 'title')) ??
      textOf(fieldOf(content, 'title')) ??
      textOf(fieldOf(content, 'text'))?.slice(0, 80) ??
      '',
    excerpt: plainOrNull(fieldOf(content, 'description')),
    imageUrl: textOf(fieldOf(content, 'imageUrl')),
    savedAt: readTime(fieldOf(bookmark, 'createdAt')),
    archived: readFlag(fieldOf(bookmark, 'archived')),
    favourite: readFlag(fieldOf(bookmark, 'favourited')),
    tags: namesOf(fieldOf(bookmark, 'tags'), new Map()),
    lists: cleanNames(namesOf(fieldOf(bookmark, 'lists'), lists)),
    html: textOf(fieldOf(content, 'htmlContent')),
    highlights: note.trim() === '' ? [] : [{ text: '', note, createdAt: null, colour: null }],
  });
}

/** Karakeep's JSON: `{bookmarks: […], lists: […]}`; the lists may stand at the end, so they are read first. */
export async function* readKarakeep(file: Blob): RecordStream {
  const lists = new Map<string, string>();
  for await (const element of readJsonElements(file, 'lists')) {
    if (!element.ok) continue;
    const id = textOf(fieldOf(element.value, 'id'));
    const name = textOf(fieldOf(element.value, 'name'));
    if (id !== null && name !== null) lists.set(id, name);
  }
  let count = 0;
  for await (const element of readJsonElements(file, 'bookmarks')) {
    count += 1;
    if (element.ok) yield toRecord(element.value, String(count), lists);
    else yield { at: String(count), why: 'unreadable', url: '', title: '' };
  }
}
