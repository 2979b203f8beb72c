/** linkding and Linkwarden: bookmarks as JSON. */

import { decodeHTML } from 'entities';
import { plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { htmlOfText } from '../../parsing/html-text.ts';
import { fieldOf, hasKey, jsonFormat, listOf, textOf } from '../../parsing/json-elements.ts';
import { readJsonTree } from '../../parsing/json-tree.ts';
import { idOf, ListTree } from '../../parsing/list-tree.ts';
import { articleNote, readFlag, readNames, readTime } from '../../parsing/read-fields.ts';

/**
 * linkding's API responses, which are often used as backups: `{count, results: [{url, title, description, notes,
 * is_archived, unread, tag_names, date_added, website_title, preview_image_url}]}`. (Its HTML export is a list of
 * links.)
 */
export const LINKDING_JSON = jsonFormat({
  name: 'linkding',
  key: 'results',
  fitsFirst: (bookmark) => hasKey(bookmark, 'url') && hasKey(bookmark, 'tag_names'),
  toRecord: (bookmark, at) =>
    makeRecord(at, textOf(fieldOf(bookmark, 'url')), {
      title: textOf(fieldOf(bookmark, 'title')) || textOf(fieldOf(bookmark, 'website_title')) || '',
      excerpt: plainOrNull(
        textOf(fieldOf(bookmark, 'description')) || fieldOf(bookmark, 'website_description'),
      ),
      imageUrl: textOf(fieldOf(bookmark, 'preview_image_url')),
      savedAt: readTime(fieldOf(bookmark, 'date_added')),
      archived: readFlag(fieldOf(bookmark, 'is_archived')),
      tags: readNames(fieldOf(bookmark, 'tag_names')),
      highlights: articleNote(fieldOf(bookmark, 'notes')),
    }),
});

/** The collection of links without a collection. */
const NO_COLLECTION = 'Unorganized';

function isLink(value: unknown): boolean {
  return hasKey(value, 'url') && (hasKey(value, 'collectionId') || hasKey(value, 'name'));
}

function toRecord(link: unknown, at: string, lists: ListTree, pinned: ReadonlySet<string>): ImportRecord {
  const collection = idOf(fieldOf(link, 'collectionId'));
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
  const links = leaves ?? collections.flatMap((collection) => listOf(fieldOf(collection, 'links')));
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
