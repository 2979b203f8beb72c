import { PALETTE } from '../../look/palette.ts';
import { createIn, parentElementOf, putInto, viewOf } from '../../page/dom-access.ts';
import { boxOf, nextElementOf, previousElementOf } from '../../page/element-access.ts';

/** Marks the position of a hidden block. */
export interface PlaceMarker {
  /** Outlines a block, or draws a line where it was hidden; scrolls there if it is out of view. */
  show(block: BlockPlace): void;
  clear(): void;
}

const LOOK =
  'all:initial;position:fixed;box-sizing:border-box;pointer-events:none;z-index:2147483647;border-radius:4px;';
const [ACCENT] = PALETTE.accent;
const OUTLINE = `border:3px dashed ${ACCENT};background:${ACCENT}1f;`;
/** Visible on light and dark pages. */
const LINE = `background:${ACCENT};box-shadow:0 0 0 2px #fff;`;
/** In CSS pixels. */
const LINE_HEIGHT = 4;

/** Makes a marker, which inserts one element into the page while it is shown. */
export function makePlaceMarker(document_: Document): PlaceMarker {
  let marker: HTMLDivElement | null = null;
  const clear = (): void => {
    marker?.remove();
    marker = null;
  };
  return {
    clear,
    show({ place: stood, gone }) {
      clear();
      const view = viewOf(document_);
      if (view === null) return;
      const place = gone === null ? stood : gapLineOf(gone, stood);
      const isLine = place.height < LINE_HEIGHT;
      let top = isLine ? place.top - LINE_HEIGHT / 2 : place.top;
      if (top < 0 || top > view.innerHeight - 40) {
        const before = view.scrollY;
        view.scrollTo(0, Math.max(0, before + top - view.innerHeight / 3));
        top -= view.scrollY - before;
      }
      marker = createIn(document_, 'div');
      marker.style.cssText = LOOK + (isLine ? LINE : OUTLINE);
      marker.style.top = `${top}px`;
      marker.style.left = `${place.left}px`;
      marker.style.width = `${Math.max(place.width, 40)}px`;
      marker.style.height = `${Math.max(place.height, LINE_HEIGHT)}px`;
      putInto(document_, marker);
    },
  };
}

/** The current or former position of a block in the window. */
export interface BlockPlace {
  place: Place;
  /** The block, if the page has closed the gap it left. */
  gone: Element | null;
}

/** A rectangle in the window, in CSS pixels. */
export type Place = Pick<DOMRectReadOnly, 'top' | 'left' | 'width' | 'height'>;

/** Numbers of ancestors of a hidden block, and siblings of each, searched for visible neighbours. */
const LEVELS = 4;
const NEIGHBOURS = 12;

function visibleBeside(
  element: Element,
  beside: (element: Element) => Element | null,
): DOMRectReadOnly | null {
  for (let at: Element | null = element, level = 0; at !== null && level < LEVELS; level++) {
    let sibling = beside(at);
    for (let asked = 0; sibling !== null && asked < NEIGHBOURS; asked++, sibling = beside(sibling)) {
      const box = boxOf(sibling);
      if (box.height > 0 && box.width > 0) return box;
    }
    at = parentElementOf(at);
  }
  return null;
}

/**
 * The line between the visible neighbours of a hidden block. Forces layout.
 *
 * @param stood the block's position while it is shown
 */
export function gapLineOf(element: Element, { top, left, width }: Place): Place {
  const above = visibleBeside(element, previousElementOf)?.bottom ?? null;
  const below = visibleBeside(element, nextElementOf)?.top ?? null;
  if (above !== null && below !== null && above <= below) {
    return { top: (above + below) / 2, left, width, height: 0 };
  }
  return { top, left, width, height: 0 };
}
