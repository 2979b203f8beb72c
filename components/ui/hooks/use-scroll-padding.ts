import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Room between what is scrolled into view and a bar, in CSS px: for the ring around what has the focus. */
const RING = 6;

/** Whatever scrolls what lies under an element: the nearest of those around it that scroll by themselves, or the page. */
function scrollerOf(element: HTMLElement): HTMLElement {
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return document.documentElement;
}

/**
 * Keeps what is scrolled into view clear of a bar that sticks to an edge. A browser takes a row under such a bar for
 * one that is in view, and leaves it there when it gets the focus.
 *
 * @param bar one that stays for as long as its component
 */
export function useScrollPadding(bar: RefObject<HTMLElement | null>, edge: 'Top' | 'Bottom'): void {
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    let scroller: HTMLElement | null = null;
    // It is told of the first size, too, when the browser has laid the page out anyway.
    const watch = new ResizeObserver(() => {
      scroller ??= scrollerOf(element);
      // A bar may float a little inside the edge, or stand on another one.
      const inset = Number.parseFloat(getComputedStyle(element)[edge === 'Top' ? 'top' : 'bottom']) || 0;
      scroller.style[`scrollPadding${edge}`] = `${inset + element.offsetHeight + RING}px`;
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      if (scroller !== null) scroller.style[`scrollPadding${edge}`] = '';
    };
  }, [bar, edge]);
}
