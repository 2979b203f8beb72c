import { useEffect } from 'preact/hooks';
import { blocksOf } from './reading-place.ts';

/** Where in the window the user's eye is taken to be, as a share of its height from the top. */
const EYE = 0.4;

/** The block at a height of the window, or the nearest to it. */
function blockAt(blocks: readonly Element[], y: number): Element | null {
  let nearest: Element | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    const { top, bottom } = block.getBoundingClientRect();
    const away = y < top ? top - y : Math.max(0, y - bottom);
    if (away < least) {
      least = away;
      nearest = block;
    }
    if (top > y) break;
  }
  return nearest;
}

/**
 * Marks the paragraph that is being read with `is-focus`, so that the others can step back.
 *
 * @param body the article's element once it is in the page
 * @param on false takes the mark away
 */
export function useParagraphFocus(body: HTMLElement | null, on: boolean): void {
  useEffect(() => {
    if (body === null || !on) return;
    let current: Element | null = null;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const next = blockAt(blocksOf(body), innerHeight * EYE);
      if (next === current) return;
      current?.classList.remove('is-focus');
      next?.classList.add('is-focus');
      current = next;
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      current?.classList.remove('is-focus');
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, [body, on]);
}
