/** Reads trees of folders: bookmarks of browsers, sessions with windows and tabs. From damaged files, leaves are recovered. */
import { plain } from '../../web-address.ts';
import type { ImportRecord, ListPath, RecordStream } from '../import-types.ts';
import { endOfObject, parseJson } from './json-elements.ts';
import { LookAhead } from './look-ahead.ts';
import { readText } from './read-text.ts';
import { type Row, rowOfJson } from './rows.ts';

/** Maximum folder nesting; paths are cut at a lower limit. */
const MAX_DEPTH = 200;

/** The structure of a tree. */
export interface TreeShape {
  /** True for an object that is a record. */
  isLeaf: (node: unknown) => boolean;
  /** A folder's name; `''` if it is not to become a list, null to skip the folder with its contents. */
  nameOf: (folder: unknown) => string | null;
  /** The objects and lists in an object that may contain records. */
  childrenOf: (node: unknown) => readonly unknown[];
  /** @param row in which `^` also finds the fields of all outer objects */
  toRecord: (row: Row, at: string) => ImportRecord;
}

interface Leaf {
  row: Row;
  path: ListPath;
}

/** The records of a tree in order, with the names of the folders that contain them. */
export function* leavesOf(
  node: unknown,
  shape: TreeShape,
  path: ListPath = [],
  outer: Row = () => undefined,
  depth = 0,
): Generator<Leaf, void, undefined> {
  if (typeof node !== 'object' || node === null || depth > MAX_DEPTH) return;
  if (Array.isArray(node)) {
    for (const child of node) yield* leavesOf(child, shape, path, outer, depth + 1);
    return;
  }
  const row = rowOfJson(node, outer);
  if (shape.isLeaf(node)) {
    yield { row, path };
    return;
  }
  const name = shape.nameOf(node);
  if (name === null) return;
  const inner = plain(name) === '' ? path : [...path, plain(name)];
  const within: Row = (names) => row(names) ?? outer(names);
  for (const child of shape.childrenOf(node)) yield* leavesOf(child, shape, inner, within, depth + 1);
}

/** The records of a tree in order; its folders become lists. */
export function* readTree(tree: unknown, shape: TreeShape): Generator<ImportRecord, void, undefined> {
  let count = 0;
  for (const { row, path } of leavesOf(tree, shape)) {
    const record = shape.toRecord(row, String(++count));
    if ('item' in record && path.length > 0) record.item.lists = [[...path], ...record.item.lists];
    yield record;
  }
}

/** Maximum length of a leaf in a damaged file (UTF-16 units). */
const MAX_LEAF_LENGTH = 256 * 1024;

/** The beginning of an object. It can't match inside a string, where the quotation mark is escaped. */
const OBJECT = /\{\s*"/g;

/** Finds the leaves of a damaged tree, in order and in linear time. */
function* findLeaves(source: string, { isLeaf }: TreeShape): Generator<unknown, void, undefined> {
  const lookAhead = new LookAhead();
  for (let from = 0; ; ) {
    OBJECT.lastIndex = from;
    const found = OBJECT.exec(source);
    if (found === null) return;
    const at = found.index;
    const to = Math.min(source.length, at + Math.max(0, Math.min(MAX_LEAF_LENGTH, lookAhead.reach)));
    const end = endOfObject(source, at, to);
    const leaf = end === -1 ? null : parseJson(source.slice(at, end));
    const isFound = leaf !== null && isLeaf(leaf.value);
    if (isFound) yield leaf.value;
    else lookAhead.spend((end === -1 ? to : end) - at);
    const next = isFound ? end : at + 1;
    lookAhead.earn(next - from);
    from = next;
  }
}

/**
 * The records of a JSON file that is a tree. From a damaged file, they are recovered without their folders.
 *
 * @param rootOf finds the outermost folder
 */
export async function* readTreeFile(
  file: Blob,
  shape: TreeShape,
  rootOf = (tree: unknown): unknown => tree,
): RecordStream {
  const pieces: string[] = [];
  for await (const piece of readText(file)) pieces.push(piece);
  const source = pieces.join('');
  const whole = parseJson(source);
  if (whole !== null) {
    yield* readTree(rootOf(whole.value), shape);
    return;
  }
  yield { at: '0', why: 'unreadable', url: '', title: '' };
  let count = 0;
  for (const leaf of findLeaves(source, shape)) yield shape.toRecord(rowOfJson(leaf), String(++count));
}
