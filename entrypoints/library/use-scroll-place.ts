import { useLayoutEffect, useRef } from 'preact/hooks';
import { readPlace } from './scroll-place.ts';

/**
 * Restores the scroll position of a list, and scrolls to the top of other lists.
 *
 * @param list identifies the list
 * @param isReady whether the rows are there
 */
export function useScrollPlace(list: string, isReady: boolean): void {
  const settled = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!isReady || settled.current === list) return;
    const isFirst = settled.current === null;
    const top = isFirst ? (readPlace()?.top ?? 0) : 0;
    settled.current = list;
    // Already at the top; scrolling would force a layout of an incomplete page.
    if (isFirst && top === 0) return;
    window.scrollTo({ top, behavior: 'instant' });
  }, [list, isReady]);
}
