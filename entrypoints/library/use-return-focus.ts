import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusLost } from '../../components/ui/hooks/use-focus-back.ts';
import { takeLastRead } from '../shared/last-read.ts';

/** Events that show that the user does something else. */
const ACTS = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
/** How long to wait for the row, which may no longer be in the list. */
const TIMEOUT_MS = 30_000;

/** Whether this page has shown only its first screen so far. */
let isFirstScreen = true;

/** Called when the user has changed screens within this page, so that a list is no longer reached from an article. */
export function endReturn(): void {
  isFirstScreen = false;
  takeLastRead();
}

/** Focuses the row of the article from which the user returns, even if it appears late, unless the user acts before. */
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
    if (!isFocusLost() || performance.now() > TIMEOUT_MS) {
      wanted.current = null;
      return;
    }
    const link = document.querySelector<HTMLElement>(`[data-id="${CSS.escape(wanted.current)}"] .item__link`);
    if (link === null) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });
}
