import { bodyOf, documentElementOf, isConnected, isElement, parentOrHostOf } from '../../page/dom-access.ts';

/** Returns an element from the middle of the article that is still in the page, or null. */
export function pickArticleElement(extracted: readonly Element[]): Element | null {
  const middle = Math.floor(extracted.length / 2);
  for (let i = 0; i < extracted.length; i++) {
    const element = extracted[(middle + i) % extracted.length];
    if (element !== undefined && isConnected(element)) return element;
  }
  return null;
}

/** Lists the ancestors of the article across shadow roots, from the document element to one of the article's elements. */
export function listArticleAncestors(document_: Document, extracted: readonly Element[]): Element[] {
  const ancestors: Element[] = [];
  const [root, body] = [documentElementOf(document_), bodyOf(document_)];
  for (let at: Node | null = pickArticleElement(extracted) ?? body; at !== null; at = parentOrHostOf(at)) {
    if (isElement(at)) ancestors.push(at);
  }
  if (root !== null && !ancestors.includes(root)) return body === null ? [root] : [root, body];
  return ancestors.reverse();
}
