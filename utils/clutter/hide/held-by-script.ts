import { bodyOf, focusedIn } from '../../page/dom-access.ts';
import { blurElement, boxOf, findFirst, focusOn, isDrawn, sendEvent } from '../../page/element-access.ts';

/** Keys by which a user gets about a page. */
const KEYS = { Tab: 9, PageDown: 34 };

/** As little as there is, in CSS pixels: what turns pages by the wheel must not take it for a turn. */
const TURN = 1;

/**
 * Whether a script of the page keeps the user from it, which nothing in its style tells: by preventing what the wheel,
 * the keys or a finger would do, or by taking the focus away. Asks by events of our own at a part of the article, as
 * the user's would come; browsers do nothing with such events themselves.
 *
 * @param part of the article
 * @param isFocusFree whether the focus may be moved: the user has it nowhere
 */
export function isHeldByScript(document_: Document, part: Element, isFocusFree: boolean): boolean {
  const common = { bubbles: true, cancelable: true, composed: true };
  const isPrevented = (event: Event): boolean => !sendEvent(part, event);
  if (isPrevented(new WheelEvent('wheel', { ...common, deltaY: TURN }))) return true;
  for (const [key, keyCode] of Object.entries(KEYS)) {
    // Older libraries know keys by number.
    if (isPrevented(new KeyboardEvent('keydown', { ...common, key, code: key, keyCode }))) return true;
  }
  // Only where there are fingers.
  if (typeof TouchEvent === 'function' && typeof Touch === 'function') {
    const { left, top } = boxOf(part);
    const touch = new Touch({ identifier: 1, target: part, clientX: left, clientY: top });
    const touches = { touches: [touch], targetTouches: [touch], changedTouches: [touch] };
    if (isPrevented(new TouchEvent('touchmove', { ...common, ...touches }))) return true;
  }
  return isFocusFree && isFocusTaken(document_);
}

/** Whether a link of the page loses the focus as soon as it has it. */
function isFocusTaken(document_: Document): boolean {
  const body = bodyOf(document_);
  const link = body === null ? null : findFirst(body, 'article a[href], main a[href], h1 a[href], a[href]');
  if (link === null || isDrawn(link) !== true) return false;
  focusOn(link, { preventScroll: true });
  // In a window that is not the user's at the moment, browsers tell a page nothing of its focus.
  sendEvent(link, new FocusEvent('focusin', { bubbles: true, composed: true }));
  const now = focusedIn(document_);
  if (now === link) blurElement(link);
  return now !== link;
}
