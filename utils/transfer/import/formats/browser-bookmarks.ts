/** Bookmark files of Chromium browsers, Firefox and Safari, all of which are trees of folders. */

import { TransferError } from '../../transfer-error.ts';
import { type FieldSources, toImportRecord } from '../field-format.ts';
import type { FileFormat } from '../format-types.ts';
import { getField, hasField, toArray, toStringOrNull } from '../parsing/json-elements.ts';
import { looksLikeMozLz4, unpackMozLz4 } from '../parsing/moz-lz4.ts';
import { looksLikeBinaryPlist, parseBinaryPlist, parseXmlPlist } from '../parsing/plist.ts';
import { makeArticleNote, parseNames, parseTime } from '../parsing/read-fields.ts';
import { readTree, readTreeFile, type TreeShape } from '../parsing/tree-reader.ts';

/** Defines the tree of a browser by the key of a folder's children and the fields of a bookmark. */
function makeTreeShape(
  childrenKey: string,
  fields: FieldSources,
  functions: Pick<TreeShape, 'isLeaf' | 'getFolderName'>,
): TreeShape {
  return {
    ...functions,
    getChildren: (folder) => toArray(getField(folder, childrenKey)),
    toRecord: (row, at) => toImportRecord(row, at, { fields }),
  };
}

/** Milliseconds from Chrome's epoch (1601) to the Unix epoch. */
const EPOCH_OFFSET_MS = 11_644_473_600_000;

/** The maximum timestamp of a `Date` in ms (ECMAScript, “Time Values and Time Range”). */
const MAX_DATE_MS = 8_640_000_000_000_000;

/** Parses a string with microseconds since 1601. @returns a Unix timestamp in ms, or null */
function readChromeTime(value: unknown): number | null {
  const time = Number(toStringOrNull(value) ?? Number.NaN) / 1000 - EPOCH_OFFSET_MS;
  return time > 0 && time <= MAX_DATE_MS ? parseTime(new Date(time).toISOString()) : null;
}

const CHROME_SHAPE = makeTreeShape(
  'children',
  {
    title: 'name',
    savedAt: ['date_added', readChromeTime],
    // Vivaldi stores notes here.
    highlights: [(row) => makeArticleNote(row('meta_info.Description'))],
  },
  {
    isLeaf: (node) => toStringOrNull(getField(node, 'url')) !== null && hasField(node, 'name'),
    getFolderName: (folder) => toStringOrNull(getField(folder, 'name')) ?? '',
  },
);

const CHROME_ROOTS = ['bookmark_bar', 'other', 'synced', 'custom_root'];

/**
 * Removes the names of built-in root folders; skips Vivaldi's trash, and unpacks Opera's nested roots.
 */
function withoutRootNames(roots: unknown): unknown[] {
  if (typeof roots !== 'object' || roots === null) return [];
  return Object.entries(roots).flatMap(([key, root]) => {
    if (key === 'trash') return [];
    if (hasField(root, 'children')) return [{ children: getField(root, 'children') }];
    return key === 'custom_root' ? withoutRootNames(root) : [];
  });
}

/**
 * The file `Bookmarks` of a profile of Chrome, Edge, Brave, Vivaldi or Opera: `{checksum, roots: {bookmark_bar, other,
 * synced: {children: [{type, name, url, date_added}]}}, version}`.
 */
export const CHROME_JSON: FileFormat<'chrome'> = {
  name: 'chrome',
  matches: (head) =>
    head.kind === 'json' && CHROME_ROOTS.some((key) => hasField(getField(head.value, 'roots'), key)),
  read: (file) =>
    readTreeFile(file, CHROME_SHAPE, (tree) => ({ children: withoutRootNames(getField(tree, 'roots')) })),
};

/** The folder in which older versions kept tags. */
const TAGS_ROOT = 'tagsFolder';

/** The annotation in which older versions kept the user's description. */
const DESCRIPTION = 'bookmarkProperties/description';

const FIREFOX_SHAPE = makeTreeShape(
  'children',
  {
    url: 'uri',
    title: 'title',
    savedAt: 'dateAdded',
    tags: ['tags', (tags) => parseNames(tags, ',')],
    highlights: [
      (row) => {
        const notes = toArray(row('annos')).filter((note) => getField(note, 'name') === DESCRIPTION);
        return makeArticleNote(...notes.map((note) => getField(note, 'value')));
      },
    ],
  },
  {
    isLeaf: (node) => hasField(node, 'uri'),
    getFolderName: (folder) => {
      const root = toStringOrNull(getField(folder, 'root'));
      if (root === TAGS_ROOT) return null;
      // The names of root folders are built in.
      return root === null ? (toStringOrNull(getField(folder, 'title')) ?? '') : '';
    },
  },
);

/**
 * A backup of Firefox's bookmarks: `{root: "placesRoot", children: [{title, children: [{uri, title, tags,
 * dateAdded}]}]}`, times in microseconds; `.json`, or `.jsonlz4` as Firefox keeps it in its profile.
 */
export const FIREFOX_JSON: FileFormat<'firefox'> = {
  name: 'firefox',
  matches: (head) =>
    head.kind === 'binary'
      ? looksLikeMozLz4(head.bytes)
      : head.kind === 'json' &&
        (toStringOrNull(getField(head.value, 'type'))?.startsWith('text/x-moz-place') === true ||
          getField(head.value, 'root') === 'placesRoot'),
  read: async function* (file) {
    yield* readTreeFile(await unpackMozLz4(file), FIREFOX_SHAPE);
  },
};

/** Safari's root folders. */
const SAFARI_ROOTS = ['com.apple.ReadingList', 'BookmarksBar', 'BookmarksMenu'];

const SAFARI_SHAPE = makeTreeShape(
  'Children',
  {
    url: 'URLString',
    title: 'URIDictionary.title',
    excerpt: 'ReadingList.PreviewText',
    imageUrl: 'imageURL',
    savedAt: [
      'ReadingList.DateAdded',
      (added) => (added instanceof Date ? parseTime(added.getTime()) : null),
    ],
    // In the reading list, opened articles count as read.
    archived: ['ReadingList.DateLastViewed', (viewed) => viewed !== undefined],
  },
  {
    isLeaf: (node) => hasField(node, 'URLString'),
    getFolderName: (folder) => {
      const name = toStringOrNull(getField(folder, 'Title')) ?? '';
      return SAFARI_ROOTS.includes(name) ? '' : name;
    },
  },
);

/**
 * Safari's `Bookmarks.plist`, bookmarks and the reading list, in XML or binary: `{Children: [{Title, WebBookmarkType,
 * Children: [{URLString, URIDictionary: {title}, ReadingList: {DateAdded, DateLastViewed, PreviewText}}]}]}`.
 */
export const SAFARI_PLIST: FileFormat<'safari'> = {
  name: 'safari',
  matches: (head) =>
    head.kind === 'binary'
      ? looksLikeBinaryPlist(head.bytes)
      : head.kind === 'markup' && /<plist\b/i.test(head.text.slice(0, 4096)) && /WebBookmark/.test(head.text),
  read: async function* (file) {
    const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
    const tree = looksLikeBinaryPlist(head) ? await parseBinaryPlist(file) : await parseXmlPlist(file);
    // Many other files are property lists, too.
    if (!hasField(tree, 'WebBookmarkType') && !hasField(tree, 'Children'))
      throw new TransferError('unknown', 'a property list without bookmarks');
    yield* readTree(tree, SAFARI_SHAPE);
  },
};
