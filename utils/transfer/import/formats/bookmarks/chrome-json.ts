import type { FileFormat } from '../../format-types.ts';
import { makeRecord } from '../../make-record.ts';
import { articleNote } from '../../parsing/article-note.ts';
import { type FolderShape, readFolderFile } from '../../parsing/folder-tree.ts';
import { fieldOf, hasKey, textOf } from '../../parsing/json-elements.ts';
import { readTime } from '../../parsing/read-fields.ts';

/** Milliseconds between 1601, from where Chrome counts, and 1970. */
const SINCE_1601 = 11_644_473_600_000;

/** The latest a `Date` can be. */
const LATEST = 8_640_000_000_000_000;

/** Microseconds since 1601, in a string. */
function readMoment(value: unknown): number | null {
  const time = Number(textOf(value) ?? Number.NaN) / 1000 - SINCE_1601;
  return time > 0 && time <= LATEST ? readTime(new Date(time).toISOString()) : null;
}

const SHAPE: FolderShape = {
  children: 'children',
  isBookmark: (node) => textOf(fieldOf(node, 'url')) !== null && hasKey(node, 'name'),
  nameOf: (folder) => textOf(fieldOf(folder, 'name')) ?? '',
  toRecord: (bookmark, at, lists) =>
    makeRecord(at, textOf(fieldOf(bookmark, 'url')), {
      title: textOf(fieldOf(bookmark, 'name')) ?? '',
      savedAt: readMoment(fieldOf(bookmark, 'date_added')),
      lists,
      // Vivaldi's.
      highlights: articleNote(fieldOf(fieldOf(bookmark, 'meta_info'), 'Description')),
    }),
};

const ROOTS = ['bookmark_bar', 'other', 'synced', 'custom_root'];

/** Roots have the browser's names; Vivaldi has one for what was deleted, Opera has roots within one. */
function unname(roots: unknown): unknown[] {
  if (typeof roots !== 'object' || roots === null) return [];
  return Object.entries(roots).flatMap(([key, root]) => {
    if (key === 'trash') return [];
    if (hasKey(root, 'children')) return [{ children: fieldOf(root, 'children') }];
    return key === 'custom_root' ? unname(root) : [];
  });
}

/**
 * The file `Bookmarks` of a profile of Chrome, Edge, Brave, Vivaldi or Opera: `{checksum, roots: {bookmark_bar, other,
 * synced: {children: [{type, name, url, date_added}]}}, version}`.
 */
export const CHROME_JSON: FileFormat<'chrome'> = {
  name: 'chrome',
  fits: (head) => head.kind === 'json' && ROOTS.some((key) => hasKey(fieldOf(head.value, 'roots'), key)),
  read: (file) => readFolderFile(file, SHAPE, (tree) => ({ children: unname(fieldOf(tree, 'roots')) })),
};
