import { parentElementOf } from '../../page/dom-access.ts';
import { boxOf, nextElementOf, previousElementOf } from '../../page/element-access.ts';

/** Where a block stands in the window, or stood. */
export interface BlockPlace {
  place: Place;
  /** The block, where the page has closed over it. */
  gone: Element | null;
}

/** A place in the window, in CSS pixels. */
export type Place = Pick<DOMRectReadOnly, 'top' | 'left' | 'width' | 'height'>;

/** Boxes around a hidden block, and neighbours in each, that are looked at for what the user sees next to it. */
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
 * Where the page has closed over a hidden block: a line between what stands before and after it. Asks for layout.
 *
 * @param stood the block's place as long as it shows
 */
export function seamOf(element: Element, { top, left, width }: Place): Place {
  const above = visibleBeside(element, previousElementOf)?.bottom ?? null;
  const below = visibleBeside(element, nextElementOf)?.top ?? null;
  if (above !== null && below !== null && above <= below) {
    return { top: (above + below) / 2, left, width, height: 0 };
  }
  return { top, left, width, height: 0 };
}
