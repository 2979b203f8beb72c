import { aroundOf, bodyOf, isAttached, isElement, rootOf } from '../../page/dom-access.ts';

/** The element of the article that stands in the middle of it, among those that are in the page. */
export function sampleOf(kept: readonly Element[]): Element | null {
  const middle = Math.floor(kept.length / 2);
  for (let i = 0; i < kept.length; i++) {
    const element = kept[(middle + i) % kept.length];
    if (element !== undefined && isAttached(element)) return element;
  }
  return null;
}

/** What the article stands in, across shadow roots: from the root of the page down to an element of the article. */
export function chainOf(document_: Document, kept: readonly Element[]): Element[] {
  const chain: Element[] = [];
  const [root, body] = [rootOf(document_), bodyOf(document_)];
  for (let at: Node | null = sampleOf(kept) ?? body; at !== null; at = aroundOf(at)) {
    if (isElement(at)) chain.push(at);
  }
  if (root !== null && !chain.includes(root)) return body === null ? [root] : [root, body];
  return chain.reverse();
}
