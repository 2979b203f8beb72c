import { aroundOf, bodyOf, isAttached, isElement, rootOf } from '../../page/dom-access.ts';

/** The middle one of the article's elements that are in the page. */
export function sampleOf(kept: readonly Element[]): Element | null {
  const middle = Math.floor(kept.length / 2);
  for (let i = 0; i < kept.length; i++) {
    const element = kept[(middle + i) % kept.length];
    if (element !== undefined && isAttached(element)) return element;
  }
  return null;
}

/** The ancestors of the article across shadow roots, from the page's root to one of its elements. */
export function chainOf(document_: Document, kept: readonly Element[]): Element[] {
  const chain: Element[] = [];
  const [root, body] = [rootOf(document_), bodyOf(document_)];
  for (let at: Node | null = sampleOf(kept) ?? body; at !== null; at = aroundOf(at)) {
    if (isElement(at)) chain.push(at);
  }
  if (root !== null && !chain.includes(root)) return body === null ? [root] : [root, body];
  return chain.reverse();
}
