import { componentRootOf, ELEMENT_NODE, parentOrHostOf } from './dom-access.ts';
import { type Dom, domOf } from './dom-realm.ts';
import { PageChangedError, type Steps } from './in-slices.ts';

/** Callbacks of a walk. */
export interface Visitor {
  /**
   * @param type the `nodeType`
   * @returns whether to visit the children of an element
   */
  enter(node: Node, type: number): boolean;
  /** Called when all children of an element have been visited. */
  leave(element: Element): void;
}

/** An element whose children are being visited. */
interface OpenElement {
  element: Element;
  /** The next child; null if there is none. */
  next: Node | null;
  /** The first light DOM child of a shadow host, until the shadow tree has been visited. */
  nextLight: Node | null;
}

function openElement(element: Element, { firstChild }: Dom): OpenElement {
  const shadow = componentRootOf(element);
  const first = firstChild.call(element);
  const firstInShadow = shadow === null ? null : firstChild.call(shadow);
  return firstInShadow === null
    ? { element, next: first, nextLight: null }
    : { element, next: firstInShadow, nextLight: first };
}

/** Whether a node is still a child of the last of the open elements, and each of these a child of the one before. */
const isInPlace = (node: Node, openElements: readonly OpenElement[]): boolean =>
  openElements.every(({ element }, at) => parentOrHostOf(openElements[at + 1]?.element ?? node) === element);

/**
 * Walks the descendants of an element in reading order, without recursion. The shadow tree of a component comes before its
 * light DOM children.
 *
 * @param perStep number of nodes per step
 * @throws PageChangedError if the current node was moved or removed during a pause
 */
export function* walkInSteps(root: Element, { enter, leave }: Visitor, perStep: number): Steps<void> {
  // Looked up once, because they are called for every node.
  const dom = domOf(root);
  const { nextSibling, nodeType } = dom;
  const ancestors: OpenElement[] = [];
  let current: OpenElement | undefined = openElement(root, dom);
  let visitedCount = 0;
  while (current !== undefined) {
    const node: Node | null = current.next ?? current.nextLight;
    if (node === null) {
      current = ancestors.pop();
      if (current !== undefined) {
        const finished = current.next as Element;
        leave(finished);
        current.next = nextSibling.call(finished);
      }
      continue;
    }
    if (current.next === null) {
      current.next = node;
      current.nextLight = null;
    }
    if (++visitedCount % perStep === 0) {
      const wasPaused = yield;
      if (wasPaused !== false && !isInPlace(node, [...ancestors, current])) throw new PageChangedError();
    }
    const type = nodeType.call(node);
    if (enter(node, type) && type === ELEMENT_NODE) {
      ancestors.push(current);
      current = openElement(node as Element, dom);
    } else current.next = nextSibling.call(node);
  }
}
