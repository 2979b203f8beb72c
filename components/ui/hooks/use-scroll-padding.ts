import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Space between what is scrolled into view and a bar, in CSS px: for the focus ring. */
const FOCUS_RING_PX = 6;

/** The nearest scrolling ancestor of an element, or the page. */
function findScroller(element: HTMLElement): HTMLElement {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return document.documentElement;
}

/**
 * Keeps what is scrolled into view clear of a sticky bar. Browsers consider a row under such a bar visible, and leave
 * it there when it gets the focus.
 *
 * @param bar must exist as long as its component
 */
export function useScrollPadding(bar: RefObject<HTMLElement | null>, edge: 'Top' | 'Bottom'): void {
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    let scroller: HTMLElement | null = null;
    // Also called with the initial size, after the browser's own layout.
    const watch = new ResizeObserver(() => {
      scroller ??= findScroller(element);
      // A bar may have a small offset from the edge, or stand on another bar.
      const inset = Number.parseFloat(getComputedStyle(element)[edge === 'Top' ? 'top' : 'bottom']) || 0;
      scroller.style[`scrollPadding${edge}`] = `${inset + element.offsetHeight + FOCUS_RING_PX}px`;
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      if (scroller !== null) scroller.style[`scrollPadding${edge}`] = '';
    };
  }, [bar, edge]);
}
