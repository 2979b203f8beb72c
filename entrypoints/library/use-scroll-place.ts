import { useLayoutEffect, useRef } from 'preact/hooks';
import { readPlace } from './scroll-place.ts';

/**
 * Brings the user back to the place in the list where they left it, and to the top of every other list.
 *
 * @param list another value is another list
 * @param isReady the rows are there
 */
export function useScrollPlace(list: string, isReady: boolean): void {
  const settled = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!isReady || settled.current === list) return;
    const isFirst = settled.current === null;
    const top = isFirst ? (readPlace()?.top ?? 0) : 0;
    settled.current = list;
    // It is there already; asking would have the page laid out before it is complete.
    if (isFirst && top === 0) return;
    window.scrollTo({ top, behavior: 'instant' });
  }, [list, isReady]);
}
