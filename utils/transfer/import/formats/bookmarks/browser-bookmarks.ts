/** Bookmark files of browsers: Chrome and its relatives, Firefox, Safari. All are trees of folders. */

import { TransferError } from '../../../transfer-error.ts';
import { plainOrNull } from '../../../web-address.ts';
import type { FileFormat } from '../../format-types.ts';
import type { ImportRecord, ListPath, RecordStream } from '../../import-types.ts';
import { makeRecord } from '../../make-record.ts';
import { fieldOf, hasKey, listOf, textOf } from '../../parsing/json-elements.ts';
import { readJsonTree } from '../../parsing/json-tree.ts';
import { looksLikeMozLz4, unpackMozLz4 } from '../../parsing/moz-lz4.ts';
import { looksLikeBinaryPlist, readBinaryPlist, readPlist } from '../../parsing/plist.ts';
import { articleNote, readNames, readTime } from '../../parsing/read-fields.ts';

/** Maximum folder nesting; paths are cut at a lower limit. */
const MAX_FOLDER_DEPTH = 200;

/** The structure of one browser's tree. */
interface FolderShape {
  /** The key of a folder's children. */
  children: string;
  isBookmark: (node: unknown) => boolean;
  /** A folder's name; `''` if it is not to become a list, null to skip the folder with its contents. */
  nameOf: (folder: unknown) => string | null;
  toRecord: (bookmark: unknown, at: string, lists: ListPath[]) => ImportRecord;
}

function* walk(
  node: unknown,
  path: ListPath,
  shape: FolderShape,
  depth: number,
): Generator<{ bookmark: unknown; lists: ListPath[] }, void, undefined> {
  if (shape.isBookmark(node)) {
    yield { bookmark: node, lists: path.length === 0 ? [] : [path] };
    return;
  }
  const name = shape.nameOf(node)?.trim();
  if (name === undefined || depth > MAX_FOLDER_DEPTH) return;
  const childPath = name === '' ? path : [...path, name];
  for (const child of listOf(fieldOf(node, shape.children))) yield* walk(child, childPath, shape, depth + 1);
}

/** The records of a tree in order. */
function* readFolders(root: unknown, shape: FolderShape): Generator<ImportRecord, void, undefined> {
  let count = 0;
  for (const { bookmark, lists } of walk(root, [], shape, 0)) {
    count += 1;
    yield shape.toRecord(bookmark, String(count), lists);
  }
}

/**
 * The records of a JSON file that is a tree. From a damaged file, bookmarks are recovered without their folders.
 *
 * @param rootOf finds the outermost folder
 */
async function* readFolderFile(
  file: Blob,
  shape: FolderShape,
  rootOf: (tree: unknown) => unknown,
): RecordStream {
  const { tree, leaves } = await readJsonTree(file, shape.isBookmark);
  if (leaves === null) {
    yield* readFolders(rootOf(tree), shape);
    return;
  }
  yield { at: '0', why: 'unreadable', url: '', title: '' };
  let count = 0;
  for (const leaf of leaves) {
    count += 1;
    yield shape.toRecord(leaf, String(count), []);
  }
}

/** Milliseconds from Chrome's epoch, 1601, to 1970. */
const EPOCH_OFFSET_MS = 11_644_473_600_000;

/** The maximum time of a `Date`. */
const MAX_TIME = 8_640_000_000_000_000;

/** Parses microseconds since 1601, given as a string. */
function readChromeTime(value: unknown): number | null {
  const time = Number(textOf(value) ?? Number.NaN) / 1000 - EPOCH_OFFSET_MS;
  return time > 0 && time <= MAX_TIME ? readTime(new Date(time).toISOString()) : null;
}

const CHROME_SHAPE: FolderShape = {
  children: 'children',
  isBookmark: (node) => textOf(fieldOf(node, 'url')) !== null && hasKey(node, 'name'),
  nameOf: (folder) => textOf(fieldOf(folder, 'name')) ?? '',
  toRecord: (bookmark, at, lists) =>
    makeRecord(at, textOf(fieldOf(bookmark, 'url')), {
      title: textOf(fieldOf(bookmark, 'name')) ?? '',
      savedAt: readChromeTime(fieldOf(bookmark, 'date_added')),
      lists,
      // Vivaldi stores notes here.
      highlights: articleNote(fieldOf(fieldOf(bookmark, 'meta_info'), 'Description')),
    }),
};

const CHROME_ROOTS = ['bookmark_bar', 'other', 'synced', 'custom_root'];

/**
 * Removes the names of root folders, which the browser chose; skips Vivaldi's trash, and unpacks Opera's nested roots.
 */
function withoutRootNames(roots: unknown): unknown[] {
  if (typeof roots !== 'object' || roots === null) return [];
  return Object.entries(roots).flatMap(([key, root]) => {
    if (key === 'trash') return [];
    if (hasKey(root, 'children')) return [{ children: fieldOf(root, 'children') }];
    return key === 'custom_root' ? withoutRootNames(root) : [];
  });
}

/**
 * The file `Bookmarks` of a profile of Chrome, Edge, Brave, Vivaldi or Opera: `{checksum, roots: {bookmark_bar, other,
 * synced: {children: [{type, name, url, date_added}]}}, version}`.
 */
export const CHROME_JSON: FileFormat<'chrome'> = {
  name: 'chrome',
  fits: (head) =>
    head.kind === 'json' && CHROME_ROOTS.some((key) => hasKey(fieldOf(head.value, 'roots'), key)),
  read: (file) =>
    readFolderFile(file, CHROME_SHAPE, (tree) => ({ children: withoutRootNames(fieldOf(tree, 'roots')) })),
};

/** The folder in which older versions kept tags. */
const TAGS_ROOT = 'tagsFolder';

/** The annotation in which older versions kept the user's description. */
const DESCRIPTION = 'bookmarkProperties/description';

const FIREFOX_SHAPE: FolderShape = {
  children: 'children',
  isBookmark: (node) => hasKey(node, 'uri'),
  nameOf: (folder) => {
    const root = textOf(fieldOf(folder, 'root'));
    if (root === TAGS_ROOT) return null;
    // The browser chose the names of root folders.
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
    yield* readFolderFile(await unpackMozLz4(file), FIREFOX_SHAPE, (tree) => tree);
  },
};

/** Safari's root folders. */
const SAFARI_ROOTS = ['com.apple.ReadingList', 'BookmarksBar', 'BookmarksMenu'];

const SAFARI_SHAPE: FolderShape = {
  children: 'Children',
  isBookmark: (node) => hasKey(node, 'URLString'),
  nameOf: (folder) => {
    const name = textOf(fieldOf(folder, 'Title')) ?? '';
    return SAFARI_ROOTS.includes(name) ? '' : name;
  },
  toRecord: (bookmark, at, lists) => {
    const reading = fieldOf(bookmark, 'ReadingList');
    const added = fieldOf(reading, 'DateAdded');
    return makeRecord(at, textOf(fieldOf(bookmark, 'URLString')), {
      title: textOf(fieldOf(fieldOf(bookmark, 'URIDictionary'), 'title')) ?? '',
      excerpt: plainOrNull(fieldOf(reading, 'PreviewText')),
      imageUrl: textOf(fieldOf(bookmark, 'imageURL')),
      savedAt: added instanceof Date ? readTime(added.getTime()) : null,
      // In the reading list, opened articles count as read.
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
    // Settings of any application are property lists, too.
    if (!hasKey(tree, 'WebBookmarkType') && !hasKey(tree, 'Children'))
      throw new TransferError('unknown', 'a property list without bookmarks');
    yield* readFolders(tree, SAFARI_SHAPE);
  },
};
