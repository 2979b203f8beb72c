/** Accessors for nodes, the tree and the document that a page cannot shadow; see `dom-realm.ts`. */
import { domOf } from './dom-realm.ts';

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;
const FRAGMENT_NODE = 11;
const DOCUMENT_NODE = 9;
/** Bits of `compareDocumentPosition`: `FOLLOWING`, and a mask of `FOLLOWING` and `CONTAINED_BY`. */
const FOLLOWING = 4;
const ORDER_BITS = 4 | 16;

export const firstChildOf = (node: Node): Node | null => domOf(node).firstChild.call(node);
export const lastChildOf = (node: Node): Node | null => domOf(node).lastChild.call(node);
export const nextSiblingOf = (node: Node): Node | null => domOf(node).nextSibling.call(node);
export const previousSiblingOf = (node: Node): Node | null => domOf(node).previousSibling.call(node);
export const parentOf = (node: Node): Node | null => domOf(node).parentNode.call(node);
export const parentElementOf = (node: Node): Element | null => domOf(node).parentElement.call(node);
export const isConnected = (node: Node): boolean => domOf(node).isConnected.call(node);
export const rootNodeOf = (node: Node): Node => domOf(node).getRootNode.call(node);
/** Whether `outer` is `inner` or contains it. */
export const containsNode = (outer: Node, inner: Node | null): boolean =>
  domOf(outer).contains.call(outer, inner);
/** Whether a node comes after another in document order and is not inside it. */
export const isAfter = (node: Node, other: Node): boolean =>
  (domOf(other).compareDocumentPosition.call(other, node) & ORDER_BITS) === FOLLOWING;
export const isElement = (node: Node): node is Element => domOf(node).nodeType.call(node) === ELEMENT_NODE;
export const isText = (node: Node): node is Text => domOf(node).nodeType.call(node) === TEXT_NODE;
export const textOf = (node: Node): string => domOf(node).textContent.call(node) ?? '';

/**
 * Returns the `textContent` of a small element. The limits keep callers that check many nested elements from reading the
 * same long text for each of them.
 *
 * @param maxLength in UTF-16 code units
 * @returns null if the text is longer, or spread over more than `2 * maxLength + 500` nodes
 */
export function shortTextOf(root: Node, maxLength: number): string | null {
  let text = '';
  let nodesLeft = 2 * maxLength + 500;
  let node: Node | null = firstChildOf(root);
  while (node !== null) {
    if (--nodesLeft < 0) return null;
    let next: Node | null = null;
    if (isText(node)) {
      text += node.data;
      if (text.length > maxLength) return null;
    } else next = firstChildOf(node);
    while (next === null && node !== null && node !== root) {
      next = nextSiblingOf(node);
      if (next === null) node = parentOf(node);
    }
    node = next;
  }
  return text;
}

/** Adds an event listener to a document or an element. */
export function listenTo<E extends Event>(
  node: Node,
  type: string,
  listener: (event: E) => void,
  options: AddEventListenerOptions,
): void {
  domOf(node).addEventListener.call(node, type, listener as (event: Event) => void, options);
}

/** The open shadow root of a custom element. Other elements that can have one hardly ever contain an article. */
export const componentRootOf = (element: Element): ShadowRoot | null =>
  domOf(element).localName.call(element).includes('-') ? domOf(element).shadowRoot.call(element) : null;

/** The host of a shadow root; null if the node is not a shadow root. */
export const shadowHostOf = (root: Node): Element | null =>
  domOf(root).nodeType.call(root) === FRAGMENT_NODE ? ((root as ShadowRoot).host ?? null) : null;

/** The parent of a node, or the host if the parent is a shadow root. */
export const parentOrHostOf = (node: Node): Node | null => {
  const parent = parentOf(node);
  return parent === null ? null : (shadowHostOf(parent) ?? parent);
};

export const bodyOf = (document_: Document): HTMLElement | null => domOf(document_).body.call(document_);
export const documentElementOf = (document_: Document): HTMLElement | null =>
  domOf(document_).documentElement.call(document_);
export const windowOf = (document_: Document): (Window & typeof globalThis) | null =>
  domOf(document_).defaultView.call(document_);
export const titleOf = (document_: Document): string => domOf(document_).title.call(document_);
/** Whether the page is not visible, because its tab is in the background or the window is minimised. */
export const isDocumentHidden = (document_: Document): boolean => domOf(document_).hidden.call(document_);
export const createElementIn = <T extends keyof HTMLElementTagNameMap>(
  document_: Document,
  tag: T,
): HTMLElementTagNameMap[T] =>
  domOf(document_).createElement.call(document_, tag) as HTMLElementTagNameMap[T];
/** Appends an element of the extension to another. */
export const appendTo = (outer: Element, element: Element): void => {
  domOf(outer).appendChild.call(outer, element);
};
/** Appends an element of the extension to the document element. */
export const appendToDocument = (document_: Document, element: Element): void => {
  const root = documentElementOf(document_);
  if (root !== null) appendTo(root, element);
};
export const createRangeIn = (document_: Document): Range => domOf(document_).createRange.call(document_);
export const selectionOf = (document_: Document): Selection | null =>
  domOf(document_).getSelection.call(document_);
export const readyStateOf = (document_: Document): DocumentReadyState =>
  domOf(document_).readyState.call(document_);
/** The elements rendered at a point of the viewport (CSS px), topmost first. */
export const elementsFromPoint = (document_: Document, x: number, y: number): Element[] =>
  domOf(document_).elementsFromPoint?.call(document_, x, y) ?? [];
/** The focused element, or the host if it is in a shadow root. */
export const activeElementOf = (document_: Document): Element | null =>
  domOf(document_).activeElement.call(document_);
/** The document of a node; a document itself. */
export const documentOf = (node: Node): Document =>
  domOf(node).ownerDocument.call(node) ?? (node as Document);

export const findAllIn = (document_: Document, selector: string): Element[] => [
  ...domOf(document_).queryDocument.call(document_, selector),
];

/** The first element that matches. */
export const findFirstIn = (document_: Document, selector: string): Element | null =>
  domOf(document_).queryFirst.call(document_, selector);

/** Queries an element, a document or a shadow root. Returns the browser's list, without copying it. */
export function queryWithin(root: ParentNode, selector: string): NodeListOf<Element> {
  const dom = domOf(root);
  const type = dom.nodeType.call(root);
  if (type === ELEMENT_NODE) return dom.querySelectorAll.call(root, selector);
  return (type === DOCUMENT_NODE ? dom.queryDocument : dom.queryFragment).call(root, selector);
}
