import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusLost } from '../../components/ui/hooks/use-focus-back.ts';
import { takeLastRead } from '../shared/last-read.ts';

/** By these the user is elsewhere. */
const ACTS = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
/** How long the row may take to be drawn, in ms: in some lists the article is no more. */
const PATIENCE_MS = 30_000;

/** Nobody has come to a screen of this page yet. */
let isFirstScreen = true;

/** From now on whoever comes to a list comes from another screen of this page, and not from an article. */
export function endReturn(): void {
  isFirstScreen = false;
  takeLastRead();
}

/**
 * Gives the focus to the row of the article that the user comes back from, also where it takes long to be drawn, unless
 * they have done something else meanwhile.
 */
export function useReturnFocus(): void {
  const wanted = useRef<string | null | undefined>(undefined);
  useLayoutEffect(() => {
    const life = new AbortController();
    const leave = (): void => {
      wanted.current = null;
      life.abort();
    };
    const options = { capture: true, passive: true, signal: life.signal };
    for (const act of ACTS) addEventListener(act, leave, options);
    return () => life.abort();
  }, []);
  useLayoutEffect(() => {
    if (wanted.current === undefined) wanted.current = isFirstScreen ? takeLastRead() : null;
    if (wanted.current === null) return;
    if (!isFocusLost() || performance.now() > PATIENCE_MS) {
      wanted.current = null;
      return;
    }
    const link = document.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted.current)}"] .item__link`);
    if (link === null) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });
}
