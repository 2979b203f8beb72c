import { PALETTE } from '../../look/palette.ts';
import { appendToDocument, createElementIn, parentElementOf, windowOf } from '../../page/dom-access.ts';
import { boundingRectOf, nextElementOf, previousElementOf } from '../../page/element-access.ts';

/** Marks the position of a block in the page. */
export interface PositionMarker {
  /** Outlines a block, or draws a line at the position of a hidden one. Scrolls there if it is out of view. */
  show(block: BlockPosition): void;
  clear(): void;
}

const BASE_STYLE =
  'all:initial;position:fixed;box-sizing:border-box;pointer-events:none;z-index:2147483647;border-radius:4px;';
const [ACCENT] = PALETTE.accent;
const OUTLINE_STYLE = `border:3px dashed ${ACCENT};background:${ACCENT}1f;`;
/** With a white shadow, so that it is visible on light and dark pages */
const LINE_STYLE = `background:${ACCENT};box-shadow:0 0 0 2px #fff;`;
/** Height of the line, in CSS px. */
const LINE_HEIGHT = 4;

/** Creates a marker, which adds one element to the page while it is shown. */
export function createPositionMarker(document_: Document): PositionMarker {
  let marker: HTMLDivElement | null = null;
  const clear = (): void => {
    marker?.remove();
    marker = null;
  };
  return {
    clear,
    show({ rect: blockRect, hiddenElement }) {
      clear();
      const view = windowOf(document_);
      if (view === null) return;
      const rect = hiddenElement === null ? blockRect : computeGapLine(hiddenElement, blockRect);
      const isLine = rect.height < LINE_HEIGHT;
      let top = isLine ? rect.top - LINE_HEIGHT / 2 : rect.top;
      if (top < 0 || top > view.innerHeight - 40) {
        const scrollBefore = view.scrollY;
        view.scrollTo(0, Math.max(0, scrollBefore + top - view.innerHeight / 3));
        top -= view.scrollY - scrollBefore;
      }
      marker = createElementIn(document_, 'div');
      marker.style.cssText = BASE_STYLE + (isLine ? LINE_STYLE : OUTLINE_STYLE);
      marker.style.top = `${top}px`;
      marker.style.left = `${rect.left}px`;
      marker.style.width = `${Math.max(rect.width, 40)}px`;
      marker.style.height = `${Math.max(rect.height, LINE_HEIGHT)}px`;
      appendToDocument(document_, marker);
    },
  };
}

/** The current or former position of a block in the viewport. */
export interface BlockPosition {
  rect: Rect;
  /** The hidden element, if it was in the normal flow, so that its gap is closed; else null. */
  hiddenElement: Element | null;
}

/** A rectangle in the viewport, in CSS px. */
export type Rect = Pick<DOMRectReadOnly, 'top' | 'left' | 'width' | 'height'>;

/** Maximum numbers of ancestors of a hidden block, and of siblings of each, that are searched for visible neighbours. */
const MAX_ANCESTORS = 4;
const MAX_SIBLINGS = 12;

function findVisibleNeighbour(
  element: Element,
  nextSibling: (element: Element) => Element | null,
): DOMRectReadOnly | null {
  for (let at: Element | null = element, level = 0; at !== null && level < MAX_ANCESTORS; level++) {
    let sibling = nextSibling(at);
    for (
      let checkedCount = 0;
      sibling !== null && checkedCount < MAX_SIBLINGS;
      checkedCount++, sibling = nextSibling(sibling)
    ) {
      const box = boundingRectOf(sibling);
      if (box.height > 0 && box.width > 0) return box;
    }
    at = parentElementOf(at);
  }
  return null;
}

/**
 * Returns a line (a rectangle without height) between the visible neighbours of a hidden block. Forces layout.
 *
 * @param rect the block's position while it is shown; its top is used if there are no such neighbours
 */
export function computeGapLine(element: Element, { top, left, width }: Rect): Rect {
  const above = findVisibleNeighbour(element, previousElementOf)?.bottom ?? null;
  const below = findVisibleNeighbour(element, nextElementOf)?.top ?? null;
  if (above !== null && below !== null && above <= below) {
    return { top: (above + below) / 2, left, width, height: 0 };
  }
  return { top, left, width, height: 0 };
}
