/** JSON files that are one tree, such as folders of bookmarks: read whole, or, where they are damaged, leaf by leaf. */
import { LookAhead } from './look-ahead.ts';
import { readText } from './read-text.ts';

/** Characters of a leaf that is looked for in a damaged file. */
const LONGEST_LEAF = 256 * 1024;

/** Before an object. Inside a string, its mark would be escaped. */
const OBJECT = /\{\s*"/g;

/** Where an object ends that begins at a place; -1 where it does not before `to`. */
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
    // Damaged: the caller looks for what is left.
    return null;
  }
}

/** Objects of a damaged tree that are leaves, in order; in linear time. */
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
    const to = Math.min(source.length, at + Math.max(0, Math.min(LONGEST_LEAF, lookAhead.reach)));
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

/** What is left of a tree. */
export type JsonTree = { tree: unknown; leaves: null } | { tree: null; leaves: Iterable<unknown> };

/**
 * Reads a tree.
 *
 * @param isLeaf tells what is worth finding in a file that is no JSON as a whole
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
