import { useEffect } from 'preact/hooks';
import { getBlocks } from './use-reading-progress.ts';

/** The assumed height of the user's gaze in the window, as a share from the top. */
const GAZE_HEIGHT = 0.4;

/** Returns the block at a height of the window, or the nearest one. */
function findBlockAt(blocks: readonly Element[], y: number): Element | null {
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
 * Marks the paragraph being read with `is-focus`, so that the others can be dimmed.
 *
 * @param body the article's element once it is in the page
 * @param on false removes the mark
 */
export function useParagraphFocus(body: HTMLElement | null, on: boolean): void {
  useEffect(() => {
    if (body === null || !on) return;
    let current: Element | null = null;
    let frame = 0;
    const update = (): void => {
      frame = 0;
      const next = findBlockAt(getBlocks(body), innerHeight * GAZE_HEIGHT);
      if (next === current) return;
      current?.classList.remove('is-focus');
      next?.classList.add('is-focus');
      current = next;
    };
    const scheduleUpdate = (): void => {
      frame ||= requestAnimationFrame(update);
    };
    update();
    window.addEventListener('scroll', scheduleUpdate, { passive: true });
    window.addEventListener('resize', scheduleUpdate);
    return () => {
      cancelAnimationFrame(frame);
      current?.classList.remove('is-focus');
      window.removeEventListener('scroll', scheduleUpdate);
      window.removeEventListener('resize', scheduleUpdate);
    };
  }, [body, on]);
}
