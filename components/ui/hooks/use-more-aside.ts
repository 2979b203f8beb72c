import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** Less than this is rounding, in px. */
const ROUNDING = 2;

/**
 * Marks a line that scrolls sideways with `data-more`, `start`, `end` or `both`: where more of it is than is seen. Its
 * style fades it there. A scroll bar would say it too, but takes a line of its own.
 *
 * @param content another value when the line may hold something else
 */
export function useMoreAside(line: RefObject<HTMLElement | null>, content: unknown): void {
  useEffect(() => {
    const element = line.current;
    if (element === null) return;
    const look = (): void => {
      // Of a line from right to left it is negative.
      const before = Math.abs(element.scrollLeft) > ROUNDING;
      const left = element.scrollWidth - element.clientWidth - Math.abs(element.scrollLeft);
      const after = left > ROUNDING;
      const more = before && after ? 'both' : before ? 'start' : after ? 'end' : null;
      if (more === null) delete element.dataset.more;
      else element.dataset.more = more;
    };
    look();
    const onResize = new ResizeObserver(look);
    onResize.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      onResize.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [content]);
}
