import { plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import { makeRecord } from '../../make-record.ts';
import { looksLikeBinaryPlist, readBinaryPlist } from '../../parsing/binary-plist.ts';
import { type FolderShape, readFolders } from '../../parsing/folder-tree.ts';
import { fieldOf, hasKey, textOf } from '../../parsing/json-elements.ts';
import { readPlist } from '../../parsing/plist.ts';
import { readTime } from '../../parsing/read-fields.ts';

/** Safari's own folders. */
const ROOTS = ['com.apple.ReadingList', 'BookmarksBar', 'BookmarksMenu'];

const SHAPE: FolderShape = {
  children: 'Children',
  isBookmark: (node) => hasKey(node, 'URLString'),
  nameOf: (folder) => {
    const name = textOf(fieldOf(folder, 'Title')) ?? '';
    return ROOTS.includes(name) ? '' : name;
  },
  toRecord: (bookmark, at, lists) => {
    const reading = fieldOf(bookmark, 'ReadingList');
    const added = fieldOf(reading, 'DateAdded');
    return makeRecord(at, textOf(fieldOf(bookmark, 'URLString')), {
      title: textOf(fieldOf(fieldOf(bookmark, 'URIDictionary'), 'title')) ?? '',
      excerpt: plainOrNull(fieldOf(reading, 'PreviewText')),
      imageUrl: textOf(fieldOf(bookmark, 'imageURL')),
      savedAt: added instanceof Date ? readTime(added.getTime()) : null,
      // The reading list tells what was opened from what is unread.
      archived: hasKey(reading, 'DateLastViewed'),
      lists,
    });
  },
};

/**
 * Safari's `Bookmarks.plist`, bookmarks and the reading list, in XML or binary: `{Children: [{Title, WebBookmarkType,
 * Children: [{URLString, URIDictionary: {title}, ReadingList: {DateAdded, DateLastViewed, PreviewText}}]}]}`.
 */
export const SAFARI_PLIST: FileFormat<'safari'> = {
  name: 'safari',
  fits: (head) =>
    head.kind === 'binary'
      ? looksLikeBinaryPlist(head.bytes)
      : head.kind === 'markup' && /<plist\b/i.test(head.text.slice(0, 4096)) && /WebBookmark/.test(head.text),
  read: async function* (file) {
    const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
    const tree = looksLikeBinaryPlist(head) ? await readBinaryPlist(file) : await readPlist(file);
    yield* readFolders(tree, SHAPE);
  },
};
