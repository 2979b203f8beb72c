import { firstChildOf, isElement, isText, nextSiblingOf, parentOf } from '../../page/dom-access.ts';
import { nameOf } from '../../page/element-access.ts';

/** Default limit of characters. */
const TEXT_LENGTH = 200;
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe']);
/** Limit of nodes read: the first words of a block are in its first nodes, if it has any. */
const MAX_NODES = 600;
/** Limit of characters read per text, because white space does not count. */
const MAX_TEXT_LENGTH = 10_000;

/**
 * Walks the texts in a block in order and without recursion, until `take` returns false.
 *
 * @param take gets a text, or a space after an element
 * @returns false if the limit of nodes was reached
 */
function walkTexts(root: Node, take: (text: string) => boolean, most = MAX_NODES): boolean {
  let left = most;
  let node: Node | null = firstChildOf(root);
  while (node !== null) {
    if (--left < 0) return false;
    const isRead: boolean = isElement(node) && !UNREAD.has(nameOf(node));
    let next: Node | null = isRead ? firstChildOf(node) : null;
    if (isText(node) && !take(node.data.slice(0, MAX_TEXT_LENGTH))) return true;
    if (isRead && next === null && !take(' ')) return true;
    while (next === null && node !== null && node !== root) {
      next = nextSiblingOf(node);
      if (next !== null) break;
      node = parentOf(node);
      if (node !== root && !take(' ')) return true;
    }
    node = next;
  }
  return true;
}

/**
 * The first words in a block, white space folded. Reads no more than necessary.
 *
 * @param most limit of nodes
 */
export function readWords(root: Node, limit = TEXT_LENGTH, most = MAX_NODES): string {
  let words = '';
  walkTexts(
    root,
    (text) => {
      words += text;
      return words.length < limit * 2;
    },
    most,
  );
  return words.replace(/\s+/g, ' ').trim().slice(0, limit);
}

/** Whether a block contains any word. Stops at the first; beyond the limit of nodes it assumes that there is one. */
export function hasWords(root: Node): boolean {
  let found = false;
  const isWhole = walkTexts(root, (text) => {
    found = text.trim() !== '';
    return !found;
  });
  return found || !isWhole;
}
