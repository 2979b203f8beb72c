import { cleanLine } from '../../../../text/clean-line.ts';
import { LINE_LIMITS } from '../../../../text/limits.ts';
import { cleanNames, plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, ListPath, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { fieldOf, hasKey, listOf, readJsonElements, textOf } from '../../parsing/json-elements.ts';
import { readFlag, readTime } from '../../parsing/read-fields.ts';

/** Lists within one another that are believed. */
const DEEPEST_LIST = 16;

/** Lists are told apart by ids, and may be within one another. */
type KnownLists = ReadonlyMap<string, { name: string; parentId: string | null }>;

/** Names stand as strings, or in objects. */
function namesOf(value: unknown): string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? textOf(fieldOf(item, 'name')) ?? []);
}

/** The way to a list from the outermost, as far as is believed; one within itself is cut where it begins again. */
function pathOf(id: string, known: KnownLists): ListPath {
  const path: string[] = [];
  const seen = new Set<string>();
  for (
    let at: string | null = id;
    at !== null && !seen.has(at) && seen.size < DEEPEST_LIST;
    at = known.get(at)?.parentId ?? null
  ) {
    seen.add(at);
    const name = known.get(at)?.name ?? '';
    if (name !== '') path.unshift(name);
  }
  return path;
}

/** Ids of lists, or names, or objects that have either. */
function listsOf(value: unknown, known: KnownLists): ListPath[] {
  return listOf(value).flatMap((item) => {
    const id = textOf(item) ?? textOf(fieldOf(item, 'id'));
    const path = id !== null && known.has(id) ? pathOf(id, known) : cleanNames(namesOf([item]));
    return path.length === 0 ? [] : [path];
  });
}

function toRecord(bookmark: unknown, at: string, lists: KnownLists): ImportRecord {
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
    tags: namesOf(fieldOf(bookmark, 'tags')),
    lists: listsOf(fieldOf(bookmark, 'lists'), lists),
    html: textOf(fieldOf(content, 'htmlContent')),
    highlights: note.trim() === '' ? [] : [{ text: '', note, createdAt: null, colour: null }],
  });
}

/** Karakeep's JSON: `{bookmarks: […], lists: […]}`; the lists may stand at the end, so they are read first. */
async function* readKarakeep(file: Blob): RecordStream {
  const lists = new Map<string, { name: string; parentId: string | null }>();
  for await (const element of readJsonElements(file, 'lists')) {
    if (!element.ok) continue;
    const id = textOf(fieldOf(element.value, 'id'));
    const name = cleanLine(textOf(fieldOf(element.value, 'name')) ?? '', LINE_LIMITS.listName);
    if (id === null || name === '') continue;
    lists.set(id, { name, parentId: textOf(fieldOf(element.value, 'parentId')) });
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
