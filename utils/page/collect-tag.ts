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

/** The first elements of a tag, at most so many. */
export function firstOf<T extends Tag>(
  document_: Document,
  tag: T,
  most: number,
): HTMLElementTagNameMap[T][] {
  const all = collectTag(document_, tag);
  const first: HTMLElementTagNameMap[T][] = [];
  for (let i = 0; i < most; i++) {
    const element = all[i];
    if (!element) break;
    first.push(element);
  }
  return first;
}
