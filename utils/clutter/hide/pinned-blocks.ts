import { bodyOf, documentOf, holds, parentElementOf } from '../../page/dom-access.ts';
import {
  attributeOf,
  countElements,
  findFirst,
  firstElementOf,
  hasAttribute,
  isLike,
  lastElementOf,
  nameOf,
  nextElementOf,
  previousElementOf,
  readAttribute,
} from '../../page/element-access.ts';
import { readName } from '../find/class-words.ts';
import { nameBits } from '../find/name-cues.ts';
import { hasWords } from '../find/read-words.ts';

/** How a block stands on the page before it is hidden. */
export interface Standing {
  /** It stays in view while the page scrolls. */
  pinned: boolean;
  /** The user saw it. */
  visible: boolean;
}

type View = Pick<Window, 'getComputedStyle'>;

/** Children of a wrapper that are asked for their position: the wrapper of a pop-up is often not fixed itself. */
const CHILDREN_ASKED = 6;

/** Reads how a block stands. Asks for computed style of a few elements, never for layout. */
export function readStanding(element: Element, view: View): Standing {
  const style = view.getComputedStyle(element);
  const visible = style.display !== 'none' && style.visibility !== 'hidden';
  if (isDialog(element) || isPinnedStyle(style)) return { pinned: true, visible };
  for (let child = firstElementOf(element), n = 0; child !== null && n < CHILDREN_ASKED; n++) {
    const childStyle = view.getComputedStyle(child);
    if (isDialog(child) || isPinnedStyle(childStyle)) {
      return { pinned: true, visible: visible && childStyle.display !== 'none' };
    }
    child = nextElementOf(child);
  }
  return { pinned: false, visible };
}

function isPinnedStyle(style: CSSStyleDeclaration): boolean {
  return style.position === 'fixed' || style.position === 'sticky';
}

function isDialog(element: Element): boolean {
  const role = readAttribute(element, 'role');
  return (
    nameOf(element) === 'dialog' ||
    role === 'dialog' ||
    role === 'alertdialog' ||
    hasAttribute(element, 'popover') ||
    readAttribute(element, 'aria-modal') === 'true'
  );
}

const OVERLAY = nameBits('overlay');
/** Neighbours of a pop-up that are looked at for its backdrop. */
const NEIGHBOURS_ASKED = 80;

/**
 * The empty layers that lie over the page together with a pop-up: fixed, without text or controls, and either named
 * so or spread over the window.
 */
export function findBackdrops(popup: Element, view: View): Element[] {
  const places = new Set<Element | null>([parentElementOf(popup), bodyOf(documentOf(popup))]);
  const found: Element[] = [];
  let asked = 0;
  for (const place of places) {
    for (
      let at = place === null ? null : lastElementOf(place);
      at !== null && asked < NEIGHBOURS_ASKED;
      at = previousElementOf(at)
    ) {
      asked += 1;
      if (at !== popup && !holds(at, popup) && isEmptyLayer(at) && isBackdrop(at, view)) found.push(at);
    }
  }
  return found;
}

function isEmptyLayer(element: Element): boolean {
  if (countElements(element) > 3 || ['script', 'style', 'link', 'template'].includes(nameOf(element)))
    return false;
  if (hasWords(element)) return false;
  return (
    findFirst(element, 'img, video, audio, iframe, input, button, select, textarea, canvas, svg, a') === null
  );
}

function isBackdrop(element: Element, view: View): boolean {
  const style = view.getComputedStyle(element);
  if (style.position !== 'fixed' || style.display === 'none') return false;
  const names = `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`;
  if ((readName(names) & OVERLAY) !== 0) return true;
  const isSpread = (start: string, end: string, size: string) =>
    start === '0px' && (end === '0px' || size === '100%' || size === '100vw' || size === '100vh');
  return isSpread(style.left, style.right, style.width) && isSpread(style.top, style.bottom, style.height);
}

/** Whether a dialog is modal: as long as it is, the browser keeps the rest of the page from being used. */
export function isModal(element: Element): element is HTMLDialogElement {
  if (nameOf(element) !== 'dialog' || !hasAttribute(element, 'open')) return false;
  try {
    return isLike(element, ':modal');
  } catch (error) {
    // An engine that does not know the pseudo-class; others' failures are not ours to hide.
    if (error instanceof Error && error.name === 'SyntaxError') return false;
    throw error;
  }
}
