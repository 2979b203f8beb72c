import {
  bodyOf,
  containsNode,
  documentOf,
  isElement,
  lastChildOf,
  parentOf,
  previousSiblingOf,
  shadowHostOf,
} from '../../page/dom-access.ts';
import {
  attributeOf,
  hasAttribute,
  isRendered,
  localNameOf,
  matchesSelector,
} from '../../page/element-access.ts';
import { readName } from '../find/class-words.ts';
import { nameBits } from '../find/name-cues.ts';
import { coversViewport, findLayerIn, isEmptyLayer, isModalLayer, type View } from './page-layers.ts';

/** The state of a block before it is hidden. */
export interface BlockState {
  /** Whether it stays in view while the page scrolls. */
  isPinned: boolean;
  /** Whether it blocks the page while it is open. */
  isModal: boolean;
  /** Whether it was visible. */
  isVisible: boolean;
}

/** Reads the state of a block. Forces layout only for pinned ones. */
export function readBlockState(element: Element, view: View): BlockState {
  const style = view.getComputedStyle(element);
  const layer = findLayerIn(element, view);
  const isShown = isRendered(layer ?? element) ?? (style.display !== 'none' && style.visibility !== 'hidden');
  const isVisible = isShown && style.visibility !== 'hidden';
  if (layer === null) return { isPinned: false, isModal: false, isVisible };
  return { isPinned: true, isModal: isModalLayer(layer, view), isVisible };
}

const OVERLAY_NAME = nameBits('overlay');
/** Maximum number of siblings that are checked for a backdrop. */
const MAX_SIBLINGS = 120;

/**
 * Finds the backdrops of a pop-up: empty fixed layers that are siblings of the pop-up or its ancestors, and have the name of
 * an overlay or cover the viewport.
 */
export function findBackdrops(popup: Element, view: View): Element[] {
  const body = bodyOf(documentOf(popup));
  const found: Element[] = [];
  let checkedCount = 0;
  let inner: Element | null = popup;
  while (inner !== null && inner !== body) {
    const parent: Node | null = parentOf(inner);
    for (
      let at = parent === null ? null : lastChildOf(parent);
      at !== null && checkedCount < MAX_SIBLINGS;
      at = previousSiblingOf(at)
    ) {
      if (!isElement(at)) continue;
      checkedCount += 1;
      if (at !== popup && !containsNode(at, popup) && isEmptyLayer(at) && isBackdrop(at, view))
        found.push(at);
    }
    inner = parent === null || isElement(parent) ? parent : shadowHostOf(parent);
  }
  return found;
}

function isBackdrop(element: Element, view: View): boolean {
  const style = view.getComputedStyle(element);
  if (style.position !== 'fixed' || style.display === 'none') return false;
  const names = `${attributeOf(element, 'class')} ${attributeOf(element, 'id')}`;
  if ((readName(names) & OVERLAY_NAME) !== 0) return true;
  return coversViewport(style);
}

/** Whether an element is a modal dialog, for which the browser makes the rest of the page inert. */
export function isModalDialog(element: Element): element is HTMLDialogElement {
  if (localNameOf(element) !== 'dialog' || !hasAttribute(element, 'open')) return false;
  try {
    return matchesSelector(element, ':modal');
  } catch (error) {
    // The engine doesn't support the pseudo-class.
    if (error instanceof Error && error.name === 'SyntaxError') return false;
    throw error;
  }
}
