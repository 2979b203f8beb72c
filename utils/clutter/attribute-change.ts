/** An attribute that was taken off an element. */
export interface AttributeChange {
  element: Element;
  name: string;
  value: string;
}

/** Takes an attribute off; null where it was not there. */
export function removeAttribute(element: Element, name: string): AttributeChange | null {
  const value = element.getAttribute(name);
  if (value === null) return null;
  element.removeAttribute(name);
  return { element, name, value };
}

/** Puts it back, unless the page has set it anew. */
export function restoreAttribute(change: AttributeChange): void {
  if (!change.element.hasAttribute(change.name)) change.element.setAttribute(change.name, change.value);
}
