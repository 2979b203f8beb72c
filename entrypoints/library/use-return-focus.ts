import { useLayoutEffect, useRef } from 'preact/hooks';
import { isFocusLost } from '../../components/ui/hooks/use-focus-back.ts';
import { takeLastRead } from '../shared/last-read.ts';

/** How long the row may take to be drawn, in ms: later the user is elsewhere. */
const PATIENCE_MS = 3000;

/** Gives the focus to the row of the article that the user comes back from, unless they put it elsewhere meanwhile. */
export function useReturnFocus(): void {
  const wanted = useRef<string | null | undefined>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) wanted.current = takeLastRead();
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
