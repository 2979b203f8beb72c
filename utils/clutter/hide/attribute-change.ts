import { dropAttribute, hasAttribute, readAttribute, writeAttribute } from '../../page/element-access.ts';

/** An attribute that was taken off an element. */
export interface AttributeChange {
  element: Element;
  name: string;
  value: string;
}

/** Takes an attribute off; null where it was not there. */
export function removeAttribute(element: Element, name: string): AttributeChange | null {
  const value = readAttribute(element, name);
  if (value === null) return null;
  dropAttribute(element, name);
  return { element, name, value };
}

/** Puts it back, unless the page has set it anew. */
export function restoreAttribute(change: AttributeChange): void {
  if (!hasAttribute(change.element, change.name)) writeAttribute(change.element, change.name, change.value);
}
