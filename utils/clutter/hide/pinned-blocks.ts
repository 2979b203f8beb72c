import {
  bodyOf,
  documentOf,
  holds,
  hostOfRoot,
  isElement,
  lastChildOf,
  parentOf,
  previousSiblingOf,
} from '../../page/dom-access.ts';
import { attributeOf, hasAttribute, isDrawn, isLike, nameOf } from '../../page/element-access.ts';
import { readName } from '../find/class-words.ts';
import { nameBits } from '../find/name-cues.ts';
import { isEmptyLayer, isModalLayer, isSpread, layerIn, type View } from './page-layers.ts';

/** The state of a block before it is hidden. */
export interface Standing {
  /** Whether it stays in view while the page scrolls. */
  pinned: boolean;
  /** Whether it blocks the page while it is open. */
  modal: boolean;
  /** Whether the user saw it. */
  visible: boolean;
}

/** Reads the state of a block. Forces layout only for pinned ones. */
export function readStanding(element: Element, view: View): Standing {
  const style = view.getComputedStyle(element);
  const layer = layerIn(element, view);
  const shown = isDrawn(layer ?? element) ?? (style.display !== 'none' && style.visibility !== 'hidden');
  const visible = shown && style.visibility !== 'hidden';
  if (layer === null) return { pinned: false, modal: false, visible };
  return { pinned: true, modal: isModalLayer(layer, view), visible };
}

const OVERLAY = nameBits('overlay');
/** Number of siblings of a pop-up checked for its backdrop. */
const NEIGHBOURS_ASKED = 120;

/**
 * The backdrops of a pop-up: fixed empty layers, named so or spread over the window, that are siblings of the pop-up or of
 * its ancestors.
 */
export function findBackdrops(popup: Element, view: View): Element[] {
  const body = bodyOf(documentOf(popup));
  const found: Element[] = [];
  let asked = 0;
  let inner: Element | null = popup;
  while (inner !== null && inner !== body) {
    const place: Node | null = parentOf(inner);
    for (
      let at = place === null ? null : lastChildOf(place);
      at !== null && asked < NEIGHBOURS_ASKED;
      at = previousSiblingOf(at)
    ) {
      if (!isElement(at)) continue;
      asked += 1;
      if (at !== popup && !holds(at, popup) && isEmptyLayer(at) && isBackdrop(at, view)) found.push(at);
    }
    inner = place === null || isElement(place) ? place : hostOfRoot(place);
  }
  return found;
}

function isBackdrop(element: Element, view: View): boolean {
  const style = view.getComputedStyle(element);
  if (style.position !== 'fixed' || style.display === 'none') return false;
  const names = `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`;
  if ((readName(names) & OVERLAY) !== 0) return true;
  return isSpread(style);
}

/** Whether a dialog is modal, so that the browser makes the rest of the page inert. */
export function isModal(element: Element): element is HTMLDialogElement {
  if (nameOf(element) !== 'dialog' || !hasAttribute(element, 'open')) return false;
  try {
    return isLike(element, ':modal');
  } catch (error) {
    // This engine does not know the pseudo-class; other errors are thrown.
    if (error instanceof Error && error.name === 'SyntaxError') return false;
    throw error;
  }
}
