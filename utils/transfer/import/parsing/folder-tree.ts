/** Bookmarks in folders within folders, as browsers keep them. */
import type { ImportRecord, ListPath, RecordStream } from '../import-types.ts';
import { fieldOf, listOf } from './json-elements.ts';
import { readJsonTree } from './json-tree.ts';

/** Folders within one another that are followed; a path is cut sooner. */
const DEEPEST = 200;

/** How one browser writes its tree. */
export interface FolderShape {
  /** The key of what is in a folder. */
  children: string;
  isBookmark: (node: unknown) => boolean;
  /** A folder's name; `''` for one that says nothing, null for one that is left out with all that is in it. */
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
  if (name === undefined || depth > DEEPEST) return;
  const inner = name === '' ? path : [...path, name];
  for (const child of listOf(fieldOf(node, shape.children))) yield* walk(child, inner, shape, depth + 1);
}

/** The records of a tree in order. */
export function* readFolders(root: unknown, shape: FolderShape): Generator<ImportRecord, void, undefined> {
  let count = 0;
  for (const { bookmark, lists } of walk(root, [], shape, 0)) {
    count += 1;
    yield shape.toRecord(bookmark, String(count), lists);
  }
}

/**
 * The records of a JSON file that is a tree; of a damaged one those that are left, without their folders.
 *
 * @param rootOf the outermost folder in what the file says
 */
export async function* readFolderFile(
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
