/** Reads JSON files that are one tree, such as folders of bookmarks. From damaged files, leaves are recovered. */
import { LookAhead } from './look-ahead.ts';
import { readText } from './read-text.ts';

/** Maximum length of a leaf in a damaged file (UTF-16 units). */
const MAX_LEAF_LENGTH = 256 * 1024;

/** The beginning of an object. It can't match inside a string, where the quotation mark is escaped. */
const OBJECT = /\{\s*"/g;

/** The end of the object that begins at `from`; -1 if it does not end before `to`. */
function endOfObject(source: string, from: number, to: number): number {
  let depth = 0;
  let inString = false;
  for (let at = from; at < to; at += 1) {
    const mark = source[at];
    if (inString) {
      if (mark === '\\') at += 1;
      else if (mark === '"') inString = false;
    } else if (mark === '"') inString = true;
    else if (mark === '{') depth += 1;
    else if (mark === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function parse(source: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(source) };
  } catch {
    // Damaged: the caller recovers the leaves.
    return null;
  }
}

/** Finds the leaves of a damaged tree, in order and in linear time. */
function* findLeaves(
  source: string,
  isLeaf: (value: unknown) => boolean,
): Generator<unknown, void, undefined> {
  const lookAhead = new LookAhead();
  OBJECT.lastIndex = 0;
  for (let from = 0; ; ) {
    OBJECT.lastIndex = from;
    const found = OBJECT.exec(source);
    if (found === null) return;
    const at = found.index;
    const to = Math.min(source.length, at + Math.max(0, Math.min(MAX_LEAF_LENGTH, lookAhead.reach)));
    const end = endOfObject(source, at, to);
    const leaf = end === -1 ? null : parse(source.slice(at, end));
    const isFound = leaf !== null && isLeaf(leaf.value);
    if (isFound) yield leaf.value;
    else lookAhead.spend((end === -1 ? to : end) - at);
    const next = isFound ? end : at + 1;
    lookAhead.earn(next - from);
    from = next;
  }
}

/** A tree, or the leaves recovered from a damaged one. */
export type JsonTree = { tree: unknown; leaves: null } | { tree: null; leaves: Iterable<unknown> };

/**
 * Reads a tree.
 *
 * @param isLeaf recognises the leaves to recover from a damaged file
 */
export async function readJsonTree(file: Blob, isLeaf: (value: unknown) => boolean): Promise<JsonTree> {
  const pieces: string[] = [];
  for await (const piece of readText(file)) pieces.push(piece);
  const source = pieces.join('');
  const whole = parse(source);
  return whole === null
    ? { tree: null, leaves: findLeaves(source, isLeaf) }
    : { tree: whole.value, leaves: null };
}
