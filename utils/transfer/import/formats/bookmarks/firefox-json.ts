import type { FileFormat } from '../../format-types.ts';
import { makeRecord } from '../../make-record.ts';
import { articleNote } from '../../parsing/article-note.ts';
import { type FolderShape, readFolderFile } from '../../parsing/folder-tree.ts';
import { fieldOf, hasKey, listOf, textOf } from '../../parsing/json-elements.ts';
import { looksLikeMozLz4, unpackMozLz4 } from '../../parsing/moz-lz4.ts';
import { readNames, readTime } from '../../parsing/read-fields.ts';

/** Where tags were kept, before they stood beside each bookmark. */
const TAGS_ROOT = 'tagsFolder';

/** What old versions kept the user's description in. */
const DESCRIPTION = 'bookmarkProperties/description';

const SHAPE: FolderShape = {
  children: 'children',
  isBookmark: (node) => hasKey(node, 'uri'),
  nameOf: (folder) => {
    const root = textOf(fieldOf(folder, 'root'));
    if (root === TAGS_ROOT) return null;
    // Roots have the browser's names.
    return root === null ? (textOf(fieldOf(folder, 'title')) ?? '') : '';
  },
  toRecord: (bookmark, at, lists) =>
    makeRecord(at, textOf(fieldOf(bookmark, 'uri')), {
      title: textOf(fieldOf(bookmark, 'title')) ?? '',
      savedAt: readTime(fieldOf(bookmark, 'dateAdded')),
      tags: readNames(fieldOf(bookmark, 'tags'), ','),
      lists,
      highlights: articleNote(
        ...listOf(fieldOf(bookmark, 'annos')).flatMap((annotation) =>
          fieldOf(annotation, 'name') === DESCRIPTION ? [fieldOf(annotation, 'value')] : [],
        ),
      ),
    }),
};

/**
 * A backup of Firefox's bookmarks: `{root: "placesRoot", children: [{title, children: [{uri, title, tags,
 * dateAdded}]}]}`, times in microseconds; `.json`, or `.jsonlz4` as Firefox keeps it in its profile.
 */
export const FIREFOX_JSON: FileFormat<'firefox'> = {
  name: 'firefox',
  fits: (head) =>
    head.kind === 'binary'
      ? looksLikeMozLz4(head.bytes)
      : head.kind === 'json' &&
        (textOf(fieldOf(head.value, 'type'))?.startsWith('text/x-moz-place') === true ||
          fieldOf(head.value, 'root') === 'placesRoot'),
  read: async function* (file) {
    yield* readFolderFile(await unpackMozLz4(file), SHAPE, (tree) => tree);
  },
};
