import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Distance from the anchor, and minimum distance from the sides of the viewport, in px. */
const MARGIN = 8;
/** Space kept free for the sticky toolbar at the top of the viewport, in px. */
const BAR_HEIGHT = 56;

/**
 * Positions a popover relative to an anchor: centred below it, or above it if `prefersAbove` is set and there is room.
 *
 * @param popover must have its final size when `deps` change
 * @param getAnchorRect returns the anchor's rectangle in viewport coordinates; if undefined, the position is kept
 * @param deps the position is computed again when one of them changes
 * @returns an inline style in page coordinates; until positioned, `visibility: hidden`, with which nothing can be focused
 */
export function useAnchoredPosition(
  popover: RefObject<HTMLElement | null>,
  getAnchorRect: () => Pick<DOMRect, 'top' | 'bottom' | 'left' | 'width'> | undefined,
  deps: readonly unknown[],
  prefersAbove = false,
): { visibility: 'hidden' } | { top: string; left: string } {
  const [position, setPosition] = useState<{ top: string; left: string } | null>(null);
  useLayoutEffect(() => {
    const anchor = getAnchorRect();
    if (popover.current === null || anchor === undefined) return;
    const { offsetWidth: width, offsetHeight: height } = popover.current;
    const limit = document.documentElement.clientWidth - width - MARGIN;
    const left = Math.max(MARGIN, Math.min(limit, anchor.left + anchor.width / 2 - width / 2));
    const above = anchor.top - height - MARGIN;
    const top = prefersAbove && above >= BAR_HEIGHT ? above : anchor.bottom + MARGIN;
    setPosition({ top: `${top + window.scrollY}px`, left: `${left}px` });
  }, deps);
  return position ?? { visibility: 'hidden' };
}
