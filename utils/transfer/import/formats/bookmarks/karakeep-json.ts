import { cleanNames, plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, ListPath, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { articleNote } from '../../parsing/article-note.ts';
import { fieldOf, hasKey, listOf, readJsonElements, textOf } from '../../parsing/json-elements.ts';
import { idOf, ListTree } from '../../parsing/list-tree.ts';
import { readFlag, readTime } from '../../parsing/read-fields.ts';

/** Names stand as strings, or in objects. */
function namesOf(value: unknown): string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? textOf(fieldOf(item, 'name')) ?? []);
}

/** Ids of lists, or names, or objects that have either. */
function listsOf(value: unknown, known: ListTree): ListPath[] {
  return listOf(value).flatMap((item) => {
    const id = textOf(item) ?? textOf(fieldOf(item, 'id'));
    const path = id !== null && known.has(id) ? known.pathOf(id) : cleanNames(namesOf([item]));
    return path.length === 0 ? [] : [path];
  });
}

function toRecord(bookmark: unknown, at: string, lists: ListTree): ImportRecord {
  const content = fieldOf(bookmark, 'content');
  return makeRecord(at, textOf(fieldOf(content, 'url')) ?? textOf(fieldOf(content, 'sourceUrl')), {
    title:
      textOf(fieldOf(bookmark, 'title')) ??
      textOf(fieldOf(content, 'title')) ??
      textOf(fieldOf(content, 'text'))?.slice(0, 80) ??
      '',
    byline: plainOrNull(fieldOf(content, 'author')),
    siteName: plainOrNull(fieldOf(content, 'publisher')),
    excerpt: plainOrNull(fieldOf(content, 'description') ?? fieldOf(bookmark, 'description')),
    imageUrl: textOf(fieldOf(content, 'imageUrl')),
    savedAt: readTime(fieldOf(bookmark, 'createdAt')),
    archived: readFlag(fieldOf(bookmark, 'archived')),
    favourite: readFlag(fieldOf(bookmark, 'favourited')),
    tags: namesOf(fieldOf(bookmark, 'tags')),
    lists: listsOf(fieldOf(bookmark, 'lists'), lists),
    html: textOf(fieldOf(content, 'htmlContent')),
    highlights: articleNote(fieldOf(bookmark, 'note')),
  });
}

/** Karakeep's JSON: `{bookmarks: […], lists: […]}`; the lists may stand at the end, so they are read first. */
async function* readKarakeep(file: Blob): RecordStream {
  const lists = new ListTree();
  for await (const element of readJsonElements(file, 'lists')) {
    if (!element.ok) continue;
    const id = idOf(fieldOf(element.value, 'id'));
    const name = textOf(fieldOf(element.value, 'name')) ?? '';
    if (id !== null) lists.add(id, name, idOf(fieldOf(element.value, 'parentId')));
  }
  let count = 0;
  for await (const element of readJsonElements(file, 'bookmarks')) {
    count += 1;
    if (element.ok) yield toRecord(element.value, String(count), lists);
    else yield { at: String(count), why: 'unreadable', url: '', title: '' };
  }
}

export const KARAKEEP_JSON: FileFormat<'karakeep'> = {
  name: 'karakeep',
  fits: (head) =>
    head.kind === 'json' &&
    Array.isArray(fieldOf(head.value, 'bookmarks')) &&
    listOf(fieldOf(head.value, 'bookmarks'))
      .slice(0, 1)
      .every((bookmark) => hasKey(bookmark, 'content')),
  read: readKarakeep,
};
