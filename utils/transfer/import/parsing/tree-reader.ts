/**
 * Reads trees of folders, such as browser bookmarks and sessions with windows and tabs. Recovers leaves from damaged
 * files.
 */
import { cleanLine } from '../../../text/clean-line.ts';
import { LINE_LIMITS } from '../../../text/limits.ts';
import type { ImportRecord, ListPath, RecordStream } from '../import-types.ts';
import { findValueEnd, parseJson } from './json-elements.ts';
import { LookAheadBudget } from './look-ahead.ts';
import { readTextChunks } from './read-text.ts';
import { type Row, toRow } from './rows.ts';

/** Maximum nesting of objects and lists. */
const MAX_DEPTH = 200;

/** Maximum nesting of folders; the innermost are kept. */
const MAX_FOLDER_DEPTH = 16;

/** The structure of a tree. */
export interface TreeShape {
  /** Whether an object is a record. */
  isLeaf: (node: unknown) => boolean;
  /** The name of a folder; `''` for a folder that does not become a list. */
  getFolderName: (folder: unknown) => string;
  /** The child objects and lists of a folder. */
  getChildren: (node: unknown) => readonly unknown[];
  /** Converts a leaf to a record. @param row finds fields of all containing objects with `^` */
  toRecord: (row: Row, at: string) => ImportRecord;
}

interface Leaf {
  row: Row;
  path: ListPath;
}

/** Visits the leaves of a tree in order, with the names of their folders. */
export function* walkLeaves(
  node: unknown,
  shape: TreeShape,
  path: ListPath = [],
  outer: Row = () => undefined,
  depth = 0,
): Generator<Leaf, void, undefined> {
  if (typeof node !== 'object' || node === null || depth > MAX_DEPTH) return;
  if (Array.isArray(node)) {
    for (const child of node) yield* walkLeaves(child, shape, path, outer, depth + 1);
    return;
  }
  const row = toRow(node, outer);
  if (shape.isLeaf(node)) {
    yield { row, path };
    return;
  }
  const name = cleanLine(shape.getFolderName(node), LINE_LIMITS.listName);
  const innerPath = name === '' ? path : [...path, name].slice(-MAX_FOLDER_DEPTH);
  const innerRow: Row = (names) => row(names) ?? outer(names);
  for (const child of shape.getChildren(node))
    yield* walkLeaves(child, shape, innerPath, innerRow, depth + 1);
}

/** Reads the records of a tree in order; its folders become lists. */
function* readTree(tree: unknown, shape: TreeShape): Generator<ImportRecord, void, undefined> {
  let count = 0;
  for (const { row, path } of walkLeaves(tree, shape)) {
    const record = shape.toRecord(row, String(++count));
    if ('item' in record && path.length > 0) record.item.lists = [[...path], ...record.item.lists];
    yield record;
  }
}

/** Maximum length of a leaf in a damaged file, in UTF-16 units. */
const MAX_LEAF_LENGTH = 256 * 1024;

/** The beginning of an object. It can't match inside a string, where the quotation mark is escaped. */
const OBJECT = /\{\s*"/g;

/** Recovers the leaves of a damaged tree, in order and in linear time. */
function* recoverLeaves(source: string, { isLeaf }: TreeShape): Generator<unknown, void, undefined> {
  const lookAhead = new LookAheadBudget();
  for (let from = 0; ; ) {
    OBJECT.lastIndex = from;
    const found = OBJECT.exec(source);
    if (found === null) return;
    const start = found.index;
    const limit = Math.min(
      source.length,
      start + Math.max(0, Math.min(MAX_LEAF_LENGTH, lookAhead.remaining)),
    );
    const end = findValueEnd(source, start, limit);
    const leaf = end === -1 ? null : parseJson(source.slice(start, end));
    const isFound = leaf !== null && isLeaf(leaf.value);
    if (isFound) yield leaf.value;
    else lookAhead.charge((end === -1 ? limit : end) - start);
    const next = isFound ? end : start + 1;
    lookAhead.refill(next - from);
    from = next;
  }
}

/**
 * Reads the records of a JSON file that is a tree. The records of a damaged file are recovered without their folders.
 *
 * @param findRoot finds the outermost folder
 */
export async function* readTreeFile(
  file: Blob,
  shape: TreeShape,
  findRoot = (tree: unknown): unknown => tree,
): RecordStream {
  const chunks: string[] = [];
  for await (const chunk of readTextChunks(file)) chunks.push(chunk);
  const source = chunks.join('');
  const parsed = parseJson(source);
  if (parsed !== null) {
    yield* readTree(findRoot(parsed.value), shape);
    return;
  }
  yield { at: '0', why: 'unreadable', url: '', title: '' };
  let count = 0;
  for (const leaf of recoverLeaves(source, shape)) yield shape.toRecord(toRow(leaf), String(++count));
}
