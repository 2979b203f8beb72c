import { firstChildOf, isElement, isText, nextSiblingOf, parentOf } from '../../page/dom-access.ts';
import { localNameOf } from '../../page/element-access.ts';

/** Default length limit, in characters. */
const DEFAULT_MAX_LENGTH = 200;
const SKIPPED_TAGS = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe']);
/** Default limit of nodes; if a block has words at all, they start in its first nodes. */
const MAX_NODES = 600;
/** Maximum number of characters read per text node; high, because white space is collapsed later. */
const MAX_TEXT_LENGTH = 10_000;

/**
 * Walks the texts in a block in document order and without recursion, until `visit` returns false.
 *
 * @param visit gets a text, or a space after an element
 * @param maxNodes limit of nodes
 * @returns false if the limit of nodes was reached
 */
function walkTexts(root: Node, visit: (text: string) => boolean, maxNodes = MAX_NODES): boolean {
  let nodesLeft = maxNodes;
  let node: Node | null = firstChildOf(root);
  while (node !== null) {
    if (--nodesLeft < 0) return false;
    const isVisited: boolean = isElement(node) && !SKIPPED_TAGS.has(localNameOf(node));
    let next: Node | null = isVisited ? firstChildOf(node) : null;
    if (isText(node) && !visit(node.data.slice(0, MAX_TEXT_LENGTH))) return true;
    if (isVisited && next === null && !visit(' ')) return true;
    while (next === null && node !== null && node !== root) {
      next = nextSiblingOf(node);
      if (next !== null) break;
      node = parentOf(node);
      if (node !== root && !visit(' ')) return true;
    }
    node = next;
  }
  return true;
}

/**
 * Returns the first words in a block, with white space collapsed. Reads no more than necessary.
 *
 * @param maxLength in characters
 * @param maxNodes limit of nodes
 */
export function readWords(root: Node, maxLength = DEFAULT_MAX_LENGTH, maxNodes = MAX_NODES): string {
  let words = '';
  walkTexts(
    root,
    (text) => {
      words += text;
      return words.length < maxLength * 2;
    },
    maxNodes,
  );
  return words.replace(/\s+/g, ' ').trim().slice(0, maxLength);
}

/** Whether a block contains any text. Returns true if the limit of nodes is reached before one is found. */
export function containsText(root: Node): boolean {
  let found = false;
  const isComplete = walkTexts(root, (text) => {
    found = text.trim() !== '';
    return !found;
  });
  return found || !isComplete;
}
