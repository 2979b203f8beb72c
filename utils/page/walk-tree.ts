import { aroundOf, ELEMENT_NODE, shadowOf } from './dom-access.ts';
import { type Dom, domOf } from './dom-realm.ts';
import { PageChangedError, type Steps } from './in-slices.ts';

/** What is done on a walk. */
export interface Visitor {
  /**
   * @param type as the DOM standard numbers them (`nodeType`)
   * @returns whether to go into the node, which is then an element
   */
  enter(node: Node, type: number): boolean;
  /** All that is in an element has been read. */
  leave(element: Element): void;
}

/** An element whose children are being read. */
interface Open {
  element: Element;
  /** The next child; null where there is none. */
  next: Node | null;
  /** The first of those beside a shadow root, until they are read. */
  light: Node | null;
}

function openAt(element: Element, { firstChild }: Dom): Open {
  const shadow = shadowOf(element);
  const first = firstChild.call(element);
  const own = shadow === null ? null : firstChild.call(shadow);
  return own === null ? { element, next: first, light: null } : { element, next: own, light: first };
}

/** Whether a node stands in the innermost of some elements, and each of these in the one around it. */
const isInPlace = (node: Node, around: readonly Open[]): boolean =>
  around.every(({ element }, at) => aroundOf(around[at + 1]?.element ?? node) === element);

/**
 * Walks what is in an element in the order in which a person meets it, without recursion: what a component shows of its
 * own comes before what it is given.
 *
 * @param perStep nodes from one step to the next
 * @throws PageChangedError where it rested and what it was reading is gone
 */
export function* walkInSteps(root: Element, { enter, leave }: Visitor, perStep: number): Steps<void> {
  // Looked up once: they are asked of every node.
  const dom = domOf(root);
  const { nextSibling, nodeType } = dom;
  const open: Open[] = [];
  let around: Open | undefined = openAt(root, dom);
  let walked = 0;
  while (around !== undefined) {
    const node: Node | null = around.next ?? around.light;
    if (node === null) {
      around = open.pop();
      if (around !== undefined) {
        const left = around.next as Element;
        leave(left);
        around.next = nextSibling.call(left);
      }
      continue;
    }
    if (around.next === null) {
      around.next = node;
      around.light = null;
    }
    if (++walked % perStep === 0) {
      const hasRested = yield;
      if (hasRested !== false && !isInPlace(node, [...open, around])) throw new PageChangedError();
    }
    const type = nodeType.call(node);
    if (enter(node, type) && type === ELEMENT_NODE) {
      open.push(around);
      around = openAt(node as Element, dom);
    } else around.next = nextSibling.call(node);
  }
}
