import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Distance from what it belongs to and from the window edges, in px. */
const MARGIN = 8;
/** Height of the bar at the top of the window, in px. */
const BAR_HEIGHT = 56;

/**
 * The position in the page of an element that belongs to something in the text: centred below it, or above it if that
 * is preferred and there is room.
 *
 * @param frame the element, whose size must be final when the inputs change
 * @param findAnchor what it belongs to, in the window; without it the position stays as it is
 * @param inputs a change measures again
 * @returns a style; hidden, and unable to take the focus, until it is positioned
 */
export function useAnchored(
  frame: RefObject<HTMLElement | null>,
  findAnchor: () => Pick<DOMRect, 'top' | 'bottom' | 'left' | 'width'> | undefined,
  inputs: readonly unknown[],
  prefersAbove = false,
): { visibility: 'hidden' } | { top: string; left: string } {
  const [place, setPlace] = useState<{ top: string; left: string } | null>(null);
  useLayoutEffect(() => {
    const anchor = findAnchor();
    if (frame.current === null || anchor === undefined) return;
    const { offsetWidth: width, offsetHeight: height } = frame.current;
    const limit = document.documentElement.clientWidth - width - MARGIN;
    const left = Math.max(MARGIN, Math.min(limit, anchor.left + anchor.width / 2 - width / 2));
    const above = anchor.top - height - MARGIN;
    const top = prefersAbove && above >= BAR_HEIGHT ? above : anchor.bottom + MARGIN;
    setPlace({ top: `${top + window.scrollY}px`, left: `${left}px` });
  }, inputs);
  return place ?? { visibility: 'hidden' };
}
