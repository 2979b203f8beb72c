import { readName } from './class-words.ts';
import { nameBits } from './name-cues.ts';
import { hasWords } from './read-words.ts';

/** How a block stands on the page before it is hidden. */
export interface Standing {
  /** It stays in view while the page scrolls. */
  pinned: boolean;
  /** The reader saw it. */
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
  for (let child = element.firstElementChild, n = 0; child !== null && n < CHILDREN_ASKED; n++) {
    const childStyle = view.getComputedStyle(child);
    if (isDialog(child) || isPinnedStyle(childStyle)) {
      return { pinned: true, visible: visible && childStyle.display !== 'none' };
    }
    child = child.nextElementSibling;
  }
  return { pinned: false, visible };
}

function isPinnedStyle(style: CSSStyleDeclaration): boolean {
  return style.position === 'fixed' || style.position === 'sticky';
}

function isDialog(element: Element): boolean {
  const role = element.getAttribute('role');
  return (
    element.localName === 'dialog' ||
    role === 'dialog' ||
    role === 'alertdialog' ||
    element.hasAttribute('popover') ||
    element.getAttribute('aria-modal') === 'true'
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
  const places = new Set<Element | null>([popup.parentElement, popup.ownerDocument.body]);
  const found: Element[] = [];
  let asked = 0;
  for (const place of places) {
    for (
      let at = place?.lastElementChild ?? null;
      at !== null && asked < NEIGHBOURS_ASKED;
      at = at.previousElementSibling
    ) {
      asked += 1;
      if (at !== popup && !at.contains(popup) && isEmptyLayer(at) && isBackdrop(at, view)) found.push(at);
    }
  }
  return found;
}

function isEmptyLayer(element: Element): boolean {
  if (element.childElementCount > 3 || ['script', 'style', 'link', 'template'].includes(element.localName))
    return false;
  if (hasWords(element)) return false;
  return (
    element.querySelector('img, video, audio, iframe, input, button, select, textarea, canvas, svg, a') ===
    null
  );
}

function isBackdrop(element: Element, view: View): boolean {
  const style = view.getComputedStyle(element);
  if (style.position !== 'fixed' || style.display === 'none') return false;
  const names = `${element.getAttribute('class') ?? ''} ${element.id}`;
  if ((readName(names) & OVERLAY) !== 0) return true;
  const isSpread = (start: string, end: string, size: string) =>
    start === '0px' && (end === '0px' || size === '100%' || size === '100vw' || size === '100vh');
  return isSpread(style.left, style.right, style.width) && isSpread(style.top, style.bottom, style.height);
}

/** Whether a dialog is modal: as long as it is, the browser keeps the rest of the page from being used. */
export function isModal(element: Element): element is HTMLDialogElement {
  if (element.localName !== 'dialog' || !element.hasAttribute('open')) return false;
  try {
    return element.matches(':modal');
  } catch (error) {
    // An engine that does not know the pseudo-class; others' failures are not ours to hide.
    if (error instanceof Error && error.name === 'SyntaxError') return false;
    throw error;
  }
}
