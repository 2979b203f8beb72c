type Tag = keyof HTMLElementTagNameMap;

/**
 * Returns the live collection of all elements with a tag. The browser caches it, so it is cheaper than a selector. Called
 * via the prototype, since an image named `getElementsByTagName` would shadow the document's method.
 */
export const getElementsByTag = <T extends Tag>(
  document_: Document,
  tag: T,
): HTMLCollectionOf<HTMLElementTagNameMap[T]> =>
  Document.prototype.getElementsByTagName.call(document_, tag) as HTMLCollectionOf<HTMLElementTagNameMap[T]>;
