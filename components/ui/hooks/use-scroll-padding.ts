import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Extra space between the bar and an element scrolled into view, for its focus ring, in CSS px. */
const FOCUS_RING_PX = 6;

/** Returns the nearest scrolling ancestor of an element, or the root element. */
function findScroller(element: HTMLElement): HTMLElement {
  for (let ancestor = element.parentElement; ancestor !== null; ancestor = ancestor.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(ancestor).overflowY)) return ancestor;
  }
  return document.documentElement;
}

/**
 * Sets `scroll-padding`, so that a sticky bar does not cover elements scrolled into view. Browsers consider a row under
 * such a bar visible, and do not scroll when it gets the focus.
 *
 * @param bar must be rendered as long as the component is mounted
 * @param edge the edge of the scroll container that the bar sticks to
 */
export function useScrollPadding(bar: RefObject<HTMLElement | null>, edge: 'Top' | 'Bottom'): void {
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    let scroller: HTMLElement | null = null;
    // Also called with the initial size, so that layout is not forced.
    const observer = new ResizeObserver(() => {
      scroller ??= findScroller(element);
      // A bar may have an offset from the edge, for example because of another bar.
      const inset = Number.parseFloat(getComputedStyle(element)[edge === 'Top' ? 'top' : 'bottom']) || 0;
      scroller.style[`scrollPadding${edge}`] = `${inset + element.offsetHeight + FOCUS_RING_PX}px`;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      if (scroller !== null) scroller.style[`scrollPadding${edge}`] = '';
    };
  }, [bar, edge]);
}
