import { bodyOf, documentOf, parentElementOf } from '../../page/dom-access.ts';
import { firstElementOf, nameOf } from '../../page/element-access.ts';
import { TAG } from './tags.ts';

/** Returns the shadow root of an element, or null. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

let readClosed: ShadowRootOf = () => null;

/**
 * Enables reading of closed shadow roots, which browsers reveal to extensions. By default only open ones are read.
 *
 * @param shadowRootOf called for few elements; must not throw
 */
export function readClosedRootsBy(shadowRootOf: ShadowRootOf): void {
  readClosed = shadowRootOf;
}

/**
 * The closed shadow root of an element without an open one. Queried only where one is likely, because queries are
 * expensive: for custom elements, and for empty boxes directly in the body, as sign-up kits insert.
 *
 * @param tag of the element (`tagBits`)
 */
export function closedRootOf(element: Element, tag: number): ShadowRoot | null {
  if ((tag & TAG.custom) !== 0) return readClosed(element);
  const isBox = nameOf(element) === 'div' && firstElementOf(element) === null;
  return isBox && parentElementOf(element) === bodyOf(documentOf(element)) ? readClosed(element) : null;
}
