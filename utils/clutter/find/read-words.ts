import { firstChildOf, isElement, isText, nextSiblingOf, parentOf } from '../../page/dom-access.ts';
import { nameOf } from '../../page/element-access.ts';

/** Characters of a block's text that are read where nothing else is said. */
const TEXT_LENGTH = 200;
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe']);
/** Nodes that are looked at: the first words of a block stand among its first nodes, if it has any. */
const MOST_NODES = 600;
/** Of one text: its white space does not count. */
const LONGEST_TEXT = 10_000;

/**
 * Walks the texts in a block, in order and without recursion, until `take` has had enough.
 *
 * @param take gets a text, or a space behind an element; returns true to go on
 * @returns false where there are more nodes than are looked at
 */
function walkTexts(root: Node, take: (text: string) => boolean, most = MOST_NODES): boolean {
  let left = most;
  let node: Node | null = firstChildOf(root);
  while (node !== null) {
    if (--left < 0) return false;
    const isRead: boolean = isElement(node) && !UNREAD.has(nameOf(node));
    let next: Node | null = isRead ? firstChildOf(node) : null;
    if (isText(node) && !take(node.data.slice(0, LONGEST_TEXT))) return true;
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
 * The first words in a block, white space folded. Reads no more than it needs.
 *
 * @param most nodes that are looked at
 */
export function readWords(root: Node, limit = TEXT_LENGTH, most = MOST_NODES): string {
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

/** Whether there is any word in a block. Looks no further than the first; what has very many nodes counts as having some. */
export function hasWords(root: Node): boolean {
  let found = false;
  const isWhole = walkTexts(root, (text) => {
    found = text.trim() !== '';
    return !found;
  });
  return found || !isWhole;
}
