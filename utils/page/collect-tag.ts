type Tag = keyof HTMLElementTagNameMap;

/**
 * The live collection of a tag: kept by the browser, so cheaper than a selector. Asked of the prototype, since an
 * image named `getElementsByTagName` shadows the document's own method.
 */
export const collectTag = <T extends Tag>(
  document_: Document,
  tag: T,
): HTMLCollectionOf<HTMLElementTagNameMap[T]> =>
  Document.prototype.getElementsByTagName.call(document_, tag) as HTMLCollectionOf<HTMLElementTagNameMap[T]>;
