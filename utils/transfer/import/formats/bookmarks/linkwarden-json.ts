import { decodeHTML } from 'entities';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { htmlOfText } from '../../parsing/html-text.ts';
import { fieldOf, hasKey, listOf, textOf } from '../../parsing/json-elements.ts';
import { readJsonTree } from '../../parsing/json-tree.ts';
import { idOf, ListTree } from '../../parsing/list-tree.ts';
import { articleNote, readTime } from '../../parsing/read-fields.ts';

/** The collection of links without a collection. */
const NO_COLLECTION = 'Unorganized';

function isLink(value: unknown): boolean {
  return hasKey(value, 'url') && (hasKey(value, 'collectionId') || hasKey(value, 'name'));
}

interface FoundLink {
  link: unknown;
  /** The id of the collection it is nested in; null if unknown. */
  within: string | null;
}

function toRecord(
  { link, within }: FoundLink,
  at: string,
  lists: ListTree,
  pinned: ReadonlySet<string>,
): ImportRecord {
  const collection = idOf(fieldOf(link, 'collectionId')) ?? within;
  const path = collection === null ? [] : lists.pathOf(collection);
  return makeRecord(at, textOf(fieldOf(link, 'url')), {
    // Copied from the page's head without decoding entities.
    title: decodeHTML(textOf(fieldOf(link, 'name')) ?? ''),
    savedAt: readTime(fieldOf(link, 'importDate')) ?? readTime(fieldOf(link, 'createdAt')),
    favourite: pinned.has(idOf(fieldOf(link, 'id')) ?? ''),
    tags: listOf(fieldOf(link, 'tags')).flatMap((tag) => textOf(fieldOf(tag, 'name')) ?? []),
    lists: path.length === 0 ? [] : [path],
    html: htmlOfText(textOf(fieldOf(link, 'textContent')) ?? ''),
    // "Notes, thoughts, etc.", as its form calls it.
    highlights: articleNote(fieldOf(link, 'description')),
  });
}

/** Linkwarden's JSON: `{…, collections: [{id, name, parentId, links: […]}], pinnedLinks: […]}`. */
async function* readLinkwarden(file: Blob): RecordStream {
  const { tree, leaves } = await readJsonTree(file, isLink);
  const lists = new ListTree();
  const collections = listOf(fieldOf(tree, 'collections'));
  for (const collection of collections) {
    const id = idOf(fieldOf(collection, 'id'));
    const name = textOf(fieldOf(collection, 'name')) ?? '';
    if (id !== null) lists.add(id, name === NO_COLLECTION ? '' : name, idOf(fieldOf(collection, 'parentId')));
  }
  const pinned = new Set(
    listOf(fieldOf(tree, 'pinnedLinks')).flatMap((link) => idOf(fieldOf(link, 'id')) ?? []),
  );
  // The collections of the links are lost.
  if (leaves !== null) yield { at: '0', why: 'unreadable', url: '', title: '' };
  let count = 0;
  const links: FoundLink[] =
    leaves === null
      ? collections.flatMap((collection) => {
          const within = idOf(fieldOf(collection, 'id'));
          return listOf(fieldOf(collection, 'links')).map((link) => ({ link, within }));
        })
      : [...leaves].map((link) => ({ link, within: null }));
  for (const link of links) {
    count += 1;
    yield toRecord(link, String(count), lists, pinned);
  }
}

export const LINKWARDEN_JSON: FileFormat<'linkwarden'> = {
  name: 'linkwarden',
  fits: (head) => {
    if (head.kind !== 'json') return false;
    const collections = listOf(fieldOf(head.value, 'collections'));
    return collections.length > 0 && hasKey(collections[0], 'links');
  },
  read: readLinkwarden,
};
