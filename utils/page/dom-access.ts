/** Nodes, their places in the tree and their document, read as `dom-realm.ts` tells. */
import { domOf } from './dom-realm.ts';

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;
const FRAGMENT_NODE = 11;
const DOCUMENT_NODE = 9;
/** Of `compareDocumentPosition`: after it, and in it. */
const FOLLOWING = 4;
const FOLLOWS = 4 | 16;

export const firstChildOf = (node: Node): Node | null => domOf(node).firstChild.call(node);
export const lastChildOf = (node: Node): Node | null => domOf(node).lastChild.call(node);
export const nextSiblingOf = (node: Node): Node | null => domOf(node).nextSibling.call(node);
export const previousSiblingOf = (node: Node): Node | null => domOf(node).previousSibling.call(node);
export const parentOf = (node: Node): Node | null => domOf(node).parentNode.call(node);
export const parentElementOf = (node: Node): Element | null => domOf(node).parentElement.call(node);
export const isAttached = (node: Node): boolean => domOf(node).isConnected.call(node);
export const topOf = (node: Node): Node => domOf(node).getRootNode.call(node);
/** True where a node is another or stands in it. */
export const holds = (outer: Node, inner: Node | null): boolean => domOf(outer).contains.call(outer, inner);
/** True where a node comes after another in the document, and does not stand in it. */
export const follows = (node: Node, other: Node): boolean =>
  (domOf(other).compareDocumentPosition.call(other, node) & FOLLOWS) === FOLLOWING;
export const isElement = (node: Node): node is Element => domOf(node).nodeType.call(node) === ELEMENT_NODE;
export const isText = (node: Node): node is Text => domOf(node).nodeType.call(node) === TEXT_NODE;
export const textOf = (node: Node): string => domOf(node).textContent.call(node) ?? '';

/**
 * The text of a small element, as `textContent` has it.
 *
 * @param most characters
 * @returns null where there is more, or where so few characters are spread over very many nodes: asked of elements
 *   within elements, the whole text of each would be read again and again
 */
export function shortTextOf(root: Node, most: number): string | null {
  let text = '';
  let left = 2 * most + 500;
  let node: Node | null = firstChildOf(root);
  while (node !== null) {
    if (--left < 0) return null;
    let next: Node | null = null;
    if (isText(node)) {
      text += node.data;
      if (text.length > most) return null;
    } else next = firstChildOf(node);
    while (next === null && node !== null && node !== root) {
      next = nextSiblingOf(node);
      if (next === null) node = parentOf(node);
    }
    node = next;
  }
  return text;
}

/** Hears of events at a document or an element. */
export function listenAt<E extends Event>(
  node: Node,
  type: string,
  listener: (event: E) => void,
  options: AddEventListenerOptions,
): void {
  domOf(node).addEventListener.call(node, type, listener as (event: Event) => void, options);
}

/** The open shadow root of a component; other elements that may have one hardly ever hold an article. */
export const shadowOf = (element: Element): ShadowRoot | null =>
  domOf(element).localName.call(element).includes('-') ? domOf(element).shadowRoot.call(element) : null;

/** The element whose shadow root a node is the top of; null where it is no such root. */
export const hostOfRoot = (root: Node): Element | null =>
  domOf(root).nodeType.call(root) === FRAGMENT_NODE ? ((root as ShadowRoot).host ?? null) : null;

/** The element around a node; that of a shadow root's top, its host. */
export const aroundOf = (node: Node): Node | null => {
  const parent = parentOf(node);
  return parent === null ? null : (hostOfRoot(parent) ?? parent);
};

export const bodyOf = (document_: Document): HTMLElement | null => domOf(document_).body.call(document_);
export const rootOf = (document_: Document): HTMLElement | null =>
  domOf(document_).documentElement.call(document_);
export const viewOf = (document_: Document): (Window & typeof globalThis) | null =>
  domOf(document_).defaultView.call(document_);
export const titleOf = (document_: Document): string => domOf(document_).title.call(document_);
/** True where nobody sees the page: its tab is in the background. */
export const isOutOfSight = (document_: Document): boolean => domOf(document_).hidden.call(document_);
export const createIn = <T extends keyof HTMLElementTagNameMap>(
  document_: Document,
  tag: T,
): HTMLElementTagNameMap[T] =>
  domOf(document_).createElement.call(document_, tag) as HTMLElementTagNameMap[T];
/** Puts an element of ours at the end of another. */
export const appendTo = (outer: Element, element: Element): void => {
  domOf(outer).appendChild.call(outer, element);
};
/** Puts an element of ours at the end of the page. */
export const putInto = (document_: Document, element: Element): void => {
  const root = rootOf(document_);
  if (root !== null) appendTo(root, element);
};
export const rangeIn = (document_: Document): Range => domOf(document_).createRange.call(document_);
export const selectionOf = (document_: Document): Selection | null =>
  domOf(document_).getSelection.call(document_);
export const readyStateOf = (document_: Document): DocumentReadyState =>
  domOf(document_).readyState.call(document_);
/** What is drawn at a place of the window, the topmost first. */
export const elementsAt = (document_: Document, x: number, y: number): Element[] =>
  domOf(document_).elementsFromPoint?.call(document_, x, y) ?? [];
/** The element that has the focus; of what stands in a shadow root, its host. */
export const focusedIn = (document_: Document): Element | null =>
  domOf(document_).activeElement.call(document_);
/** The document of an element. */
export const documentOf = (node: Node): Document =>
  domOf(node).ownerDocument.call(node) ?? (node as Document);

export const findAllIn = (document_: Document, selector: string): Element[] => [
  ...domOf(document_).queryDocument.call(document_, selector),
];

/** The first of them: a browser looks no further. */
export const findFirstIn = (document_: Document, selector: string): Element | null =>
  domOf(document_).queryFirst.call(document_, selector);

/** What a selector finds in an element, a document or a shadow root; no list of it is made. */
export function queryWithin(root: ParentNode, selector: string): NodeListOf<Element> {
  const dom = domOf(root);
  const type = dom.nodeType.call(root);
  if (type === ELEMENT_NODE) return dom.querySelectorAll.call(root, selector);
  return (type === DOCUMENT_NODE ? dom.queryDocument : dom.queryFragment).call(root, selector);
}
