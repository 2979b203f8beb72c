/**
 * The live collection of a tag: kept by the browser, so cheaper than a selector. Asked of the prototype, since an
 * image named `getElementsByTagName` shadows the document's own method.
 */
export const collectTag = (document_: Document, tag: string): HTMLCollectionOf<Element> =>
  Document.prototype.getElementsByTagName.call(document_, tag);

/** The first elements of a tag, at most so many. */
export function firstOf(document_: Document, tag: string, most: number): Element[] {
  const all = collectTag(document_, tag);
  const first: Element[] = [];
  for (let i = 0; i < most; i++) {
    const element = all[i];
    if (!element) break;
    first.push(element);
  }
  return first;
}
