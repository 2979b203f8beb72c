/**
 * The live collection of a tag: kept by the browser, so cheaper than a selector. Asked of the prototype, since an
 * image named `getElementsByTagName` shadows the document's own method.
 */
export const collectTag = (document_: Document, tag: string): HTMLCollectionOf<Element> =>
  Document.prototype.getElementsByTagName.call(document_, tag);
