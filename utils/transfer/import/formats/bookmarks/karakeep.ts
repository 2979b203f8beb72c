/** Karakeep: bookmarks as CSV and JSON. */

import { FAVOURITES_ID } from '../../../export/export-karakeep.ts';
import { cleanNames, listsOfNames, plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportedHighlight, ImportRecord, ListPath, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { csvFormat } from '../../parsing/csv-rows.ts';
import { htmlOfText } from '../../parsing/html-text.ts';
import { fieldOf, hasKey, listOf, readJsonElements, textOf } from '../../parsing/json-elements.ts';
import { idOf, ListTree } from '../../parsing/list-tree.ts';
import { articleNote, readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

/**
 * Karakeep's CSV: `No.,ID,Type,Title,Original Post Link / URL,Text Content,Description,Note / Takeaways,Tags /
 * Categories,Lists,Status,Favourited,Date Saved,Thumbnail`.
 */
export const KARAKEEP_CSV = csvFormat({
  name: 'karakeepCsv',
  columns: ['originalpostlinkurl', 'notetakeaways', 'tagscategories'],
  toRecord: (row, at) =>
    makeRecord(at, row('originalpostlinkurl'), {
      title: row('title'),
      excerpt: plainOrNull(row('description')),
      imageUrl: row('thumbnail'),
      savedAt: readTime(row('datesaved')),
      archived: /^archived$/i.test(row('status')),
      favourite: readFlag(row('favourited')),
      tags: readNames(row('tagscategories'), ','),
      lists: listsOfNames(readNames(row('lists'), ',')),
      html: htmlOfText(row('textcontent')),
      highlights: articleNote(row('notetakeaways')),
    }),
});

/** The names in a list of strings or of objects with names. */
function namesOf(value: unknown): string[] {
  return listOf(value).flatMap((item) => textOf(item) ?? textOf(fieldOf(item, 'name')) ?? []);
}

/** An id of Karakeep's database, which is never the name of a list. Ids remain if the lists at the end were cut off. */
const ID = /^(?=.*\d)[a-z][a-z0-9]{23}$/;

/** The lists of a bookmark, given as ids, as names, or as objects with either. */
function listsOf(value: unknown, known: ListTree): ListPath[] {
  return listOf(value).flatMap((item) => {
    const id = textOf(item) ?? textOf(fieldOf(item, 'id'));
    const path =
      id !== null && known.has(id)
        ? known.pathOf(id)
        : cleanNames(namesOf([item])).filter((name) => !ID.test(name));
    return path.length === 0 ? [] : [path];
  });
}

/** Our own exports contain highlights; Karakeep itself has only the note. */
function highlightsOf(bookmark: unknown): ImportedHighlight[] {
  const whole = listOf(fieldOf(bookmark, 'highlights')).map((highlight) => ({
    text: textOf(fieldOf(highlight, 'text')) ?? '',
    note: textOf(fieldOf(highlight, 'note')) ?? '',
    createdAt: readTime(fieldOf(highlight, 'createdAt')),
    colour: textOf(fieldOf(highlight, 'color')),
  }));
  return whole.length > 0 ? whole : articleNote(fieldOf(bookmark, 'note'));
}

function toRecord(bookmark: unknown, at: string, lists: ListTree): ImportRecord {
  const content = fieldOf(bookmark, 'content');
  const isFavourite = readFlag(fieldOf(bookmark, 'favourited'));
  const own = listOf(fieldOf(bookmark, 'lists')).filter((id) => !(isFavourite && id === FAVOURITES_ID));
  return makeRecord(at, textOf(fieldOf(content, 'url')) ?? textOf(fieldOf(content, 'sourceUrl')), {
    title:
      textOf(fieldOf(bookmark, 'title')) ??
      textOf(fieldOf(content, 'title')) ??
      textOf(fieldOf(content, 'text'))?.slice(0, 80) ??
      '',
    byline: plainOrNull(fieldOf(content, 'author')),
    siteName: plainOrNull(fieldOf(content, 'publisher')),
    publishedAt: plainOrNull(fieldOf(content, 'datePublished')),
    excerpt: plainOrNull(fieldOf(content, 'description') ?? fieldOf(bookmark, 'description')),
    imageUrl: textOf(fieldOf(content, 'imageUrl')),
    savedAt: readTime(fieldOf(bookmark, 'createdAt')),
    archived: readFlag(fieldOf(bookmark, 'archived')),
    favourite: isFavourite,
    tags: namesOf(fieldOf(bookmark, 'tags')),
    lists: listsOf(own, lists),
    html: textOf(fieldOf(content, 'htmlContent')),
    highlights: highlightsOf(bookmark),
  });
}

/** Karakeep's JSON: `{bookmarks: […], lists: […]}`. The lists may be at the end of the file, so they are read first. */
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
