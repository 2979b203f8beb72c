import { bodyOf, documentOf, parentElementOf } from '../../page/dom-access.ts';
import { firstElementOf, localNameOf } from '../../page/element-access.ts';
import { TAG } from './tags.ts';

/** Returns the shadow root of an element, or null. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

let getClosedRoot: ShadowRootOf = () => null;

/**
 * Enables the reading of closed shadow roots, which browsers reveal to extensions. By default only open ones are read.
 *
 * @param shadowRootOf called for few elements; must not throw
 */
export function setClosedRootReader(shadowRootOf: ShadowRootOf): void {
  getClosedRoot = shadowRootOf;
}

/**
 * The closed shadow root of an element without an open one. Because queries are expensive, only likely hosts are checked:
 * custom elements, and empty boxes directly in the body, as inserted by sign-up services.
 *
 * @param tag bits of the element's tag (`tagBits`)
 */
export function closedRootOf(element: Element, tag: number): ShadowRoot | null {
  if ((tag & TAG.custom) !== 0) return getClosedRoot(element);
  const isBox = localNameOf(element) === 'div' && firstElementOf(element) === null;
  return isBox && parentElementOf(element) === bodyOf(documentOf(element)) ? getClosedRoot(element) : null;
}
