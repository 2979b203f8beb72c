/** Elements, what is written on them and what is around them, read as `dom-realm.ts` tells. */
import { domOf } from './dom-realm.ts';

/** The local name as the page wrote it; of HTML in lower case. */
export const nameOf = (element: Element): string => domOf(element).localName.call(element);
export const tagOf = (element: Element): string => nameOf(element).toLowerCase();
export const namespaceOf = (element: Element): string | null => domOf(element).namespaceURI.call(element);
/** The open shadow root. */
export const openRootOf = (element: Element): ShadowRoot | null => domOf(element).shadowRoot.call(element);
export const firstElementOf = (element: Element): Element | null =>
  domOf(element).firstElementChild.call(element);
export const nextElementOf = (element: Element): Element | null =>
  domOf(element).nextElementSibling.call(element);
export const previousElementOf = (element: Element): Element | null =>
  domOf(element).previousElementSibling.call(element);
export const countElements = (element: Element): number => domOf(element).childElementCount.call(element);

/** @returns null where the attribute is absent */
export const readAttribute = (element: Element, name: string): string | null =>
  domOf(element).getAttribute.call(element, name);
/** @returns the attribute, or `''` where it is absent */
export const attributeOf = (element: Element, name: string): string => readAttribute(element, name) ?? '';
export const hasAttribute = (element: Element, name: string): boolean =>
  domOf(element).hasAttribute.call(element, name);
export const hasAttributes = (element: Element): boolean => domOf(element).hasAttributes.call(element);
export const attributesOf = (element: Element): NamedNodeMap => domOf(element).attributes.call(element);
export const writeAttribute = (element: Element, name: string, value: string): void =>
  domOf(element).setAttribute.call(element, name, value);
export const dropAttribute = (element: Element, name: string): void =>
  domOf(element).removeAttribute.call(element, name);

/** Where an element is drawn, in CSS pixels of the window. */
export const boxOf = (element: Element): DOMRect => domOf(element).getBoundingClientRect.call(element);
/** How high the content of an element is, and how much of that shows, in CSS pixels. */
export const scrollHeightOf = (element: Element): number => domOf(element).scrollHeight.call(element);
export const clientHeightOf = (element: Element): number => domOf(element).clientHeight.call(element);
export const clientWidthOf = (element: Element): number => domOf(element).clientWidth.call(element);
/** Whether an element is drawn at all: null where the engine does not say. */
export const isDrawn = (element: Element): boolean | null =>
  domOf(element).checkVisibility?.call(element) ?? null;
/** @returns false where somebody has prevented what the event would have done */
export const sendEvent = (element: Element, event: Event): boolean =>
  domOf(element).dispatchEvent.call(element, event);
/** Presses an element as a script does. */
export const pressElement = (element: Element): void => {
  if ('click' in element) domOf(element).click.call(element);
};
export const isLike = (element: Element, selector: string): boolean =>
  domOf(element).matches.call(element, selector);
export const closestTo = (element: Element, selector: string): Element | null =>
  domOf(element).closest.call(element, selector);
export const findFirst = (scope: Element, selector: string): Element | null =>
  domOf(scope).querySelector.call(scope, selector);
export const elementsIn = (scope: Element, tag: string): HTMLCollectionOf<Element> =>
  domOf(scope).getElementsByTagName.call(scope, tag);
export const scrollToElement = (element: Element, options: ScrollIntoViewOptions): void =>
  domOf(element).scrollIntoView?.call(element, options);

const isForm = (element: Element): boolean =>
  nameOf(element) === 'form' && namespaceOf(element) === 'http://www.w3.org/1999/xhtml';

/** Gives an element the focus where it can have it. */
export function focusOn(element: Element, options: FocusOptions): void {
  if (isForm(element)) domOf(element).focus.call(element, options);
  else if ('focus' in element) (element as HTMLElement).focus(options);
}

/** Takes the focus away from a link or a button; a form has none. */
export function blurElement(element: Element): void {
  if (!isForm(element) && 'blur' in element) (element as HTMLElement).blur();
}

/** The inline style; null for elements that can have none. */
export function styleOf(element: Element): CSSStyleDeclaration | null {
  // Of all elements only forms answer with what the page wants, and they are HTML.
  if (isForm(element)) return domOf(element).style.call(element);
  return (element as Partial<ElementCSSInlineStyle>).style ?? null;
}

export const findAll = (scope: Element, selector: string): Element[] => [
  ...domOf(scope).querySelectorAll.call(scope, selector),
];

/** The first of them, at most so many. */
export function findSome(scope: Element, selector: string, most: number): Element[] {
  const all = domOf(scope).querySelectorAll.call(scope, selector);
  const some: Element[] = [];
  for (const element of all) {
    if (some.length >= most) break;
    some.push(element);
  }
  return some;
}
