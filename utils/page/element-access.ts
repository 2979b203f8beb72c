/** Accessors for elements, their attributes and neighbours that a page cannot shadow; see `dom-realm.ts`. */
import { domOf } from './dom-realm.ts';

/** The local name: in lower case in HTML, as written in other documents. */
export const localNameOf = (element: Element): string => domOf(element).localName.call(element);
export const tagOf = (element: Element): string => localNameOf(element).toLowerCase();
export const namespaceOf = (element: Element): string | null => domOf(element).namespaceURI.call(element);
/** The open shadow root, if any. */
export const shadowRootOf = (element: Element): ShadowRoot | null => domOf(element).shadowRoot.call(element);
export const firstElementOf = (element: Element): Element | null =>
  domOf(element).firstElementChild.call(element);
export const nextElementOf = (element: Element): Element | null =>
  domOf(element).nextElementSibling.call(element);
export const previousElementOf = (element: Element): Element | null =>
  domOf(element).previousElementSibling.call(element);
export const countChildElements = (element: Element): number =>
  domOf(element).childElementCount.call(element);

/** @returns null if the attribute is missing */
export const getAttribute = (element: Element, name: string): string | null =>
  domOf(element).getAttribute.call(element, name);
/** @returns the attribute, or `''` if it is missing */
export const attributeOf = (element: Element, name: string): string => getAttribute(element, name) ?? '';
export const hasAttribute = (element: Element, name: string): boolean =>
  domOf(element).hasAttribute.call(element, name);
export const hasAttributes = (element: Element): boolean => domOf(element).hasAttributes.call(element);
export const attributesOf = (element: Element): NamedNodeMap => domOf(element).attributes.call(element);
export const setAttribute = (element: Element, name: string, value: string): void =>
  domOf(element).setAttribute.call(element, name, value);
export const removeAttribute = (element: Element, name: string): void =>
  domOf(element).removeAttribute.call(element, name);

/** The bounding box of an element, in CSS px of the viewport. */
export const boundingRectOf = (element: Element): DOMRect =>
  domOf(element).getBoundingClientRect.call(element);
/** The height of an element's content, and the visible part of it, in CSS px. */
export const scrollHeightOf = (element: Element): number => domOf(element).scrollHeight.call(element);
export const clientHeightOf = (element: Element): number => domOf(element).clientHeight.call(element);
export const clientWidthOf = (element: Element): number => domOf(element).clientWidth.call(element);
/** Whether an element is rendered (`checkVisibility`); null if the engine has no such method. */
export const isRendered = (element: Element): boolean | null =>
  domOf(element).checkVisibility?.call(element) ?? null;
/** @returns false if a listener has called `preventDefault` */
export const dispatchTo = (element: Element, event: Event): boolean =>
  domOf(element).dispatchEvent.call(element, event);
/** Clicks an element by script. */
export const clickElement = (element: Element): void => {
  if ('click' in element) domOf(element).click.call(element);
};
export const matchesSelector = (element: Element, selector: string): boolean =>
  domOf(element).matches.call(element, selector);
export const findClosest = (element: Element, selector: string): Element | null =>
  domOf(element).closest.call(element, selector);
export const findFirst = (scope: Element, selector: string): Element | null =>
  domOf(scope).querySelector.call(scope, selector);
export const elementsIn = (scope: Element, tag: string): HTMLCollectionOf<Element> =>
  domOf(scope).getElementsByTagName.call(scope, tag);
export const scrollToElement = (element: Element, options: ScrollIntoViewOptions): void =>
  domOf(element).scrollIntoView?.call(element, options);

const isForm = (element: Element): boolean =>
  localNameOf(element) === 'form' && namespaceOf(element) === 'http://www.w3.org/1999/xhtml';

/** Focuses an element if it can be focused. */
export function focusElement(element: Element, options: FocusOptions): void {
  if (isForm(element)) domOf(element).focus.call(element, options);
  else if ('focus' in element) (element as HTMLElement).focus(options);
}

/** Removes the focus from an element. Forms can't have it. */
export function blurElement(element: Element): void {
  if (!isForm(element) && 'blur' in element) (element as HTMLElement).blur();
}

/** The inline style; null for elements without one. */
export function inlineStyleOf(element: Element): CSSStyleDeclaration | null {
  // Only properties of (HTML) forms can be shadowed.
  if (isForm(element)) return domOf(element).style.call(element);
  return (element as Partial<ElementCSSInlineStyle>).style ?? null;
}

export const findAll = (scope: Element, selector: string): Element[] => [
  ...domOf(scope).querySelectorAll.call(scope, selector),
];

/** The first matching elements, at most `maxCount`. */
export function findUpTo(scope: Element, selector: string, maxCount: number): Element[] {
  const matches = domOf(scope).querySelectorAll.call(scope, selector);
  const result: Element[] = [];
  for (const element of matches) {
    if (result.length >= maxCount) break;
    result.push(element);
  }
  return result;
}
