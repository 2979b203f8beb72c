import { bodyOf, documentOf, parentElementOf } from '../../page/dom-access.ts';
import { firstElementOf, nameOf } from '../../page/element-access.ts';
import { TAG } from './tags.ts';

/** Gets the shadow root of an element, or null. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

let readClosed: ShadowRootOf = () => null;

/**
 * Lets closed shadow roots be read too: the browser gives an extension what it gives no page. Without this only open
 * ones are.
 *
 * @param shadowRootOf asked for few elements only; must not throw
 */
export function readClosedRootsBy(shadowRootOf: ShadowRootOf): void {
  readClosed = shadowRootOf;
}

/**
 * The closed shadow root of an element that has no open one. It is asked for only where one is likely, since asking
 * costs: at custom elements, and at an empty box right in the body, as sign-up kits put there.
 *
 * @param tag of the element (`tagBits`)
 */
export function closedRootOf(element: Element, tag: number): ShadowRoot | null {
  if ((tag & TAG.custom) !== 0) return readClosed(element);
  const isBox = nameOf(element) === 'div' && firstElementOf(element) === null;
  return isBox && parentElementOf(element) === bodyOf(documentOf(element)) ? readClosed(element) : null;
}
