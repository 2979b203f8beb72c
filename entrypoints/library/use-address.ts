import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isFocusLost } from '../../components/ui/hooks/use-return-focus.ts';
import {
  formatLocation,
  type LibraryLocation,
  parseLocation,
} from '../../utils/library/lists/library-location.ts';
import { takeLastRead } from '../shared/hand-over.ts';
import { useAbortableEffect } from '../shared/use-abortable-effect.ts';

/** The scroll position of this history entry, in px; 0 for a new visit. */
function readTop(): number {
  const { top } = (history.state ?? {}) as Record<string, unknown>;
  return typeof top === 'number' ? top : 0;
}

/** Whether only the typed text differs; typing is one step in the history and not one per letter. */
function isTyping(before: LibraryLocation, after: LibraryLocation): boolean {
  if (before.screen === 'articles' && after.screen === 'articles') {
    return (
      before.source === after.source &&
      before.reading === after.reading &&
      (before.query === '') === (after.query === '')
    );
  }
  return (
    before.screen === 'people' &&
    after.screen === 'people' &&
    before.person === after.person &&
    (before.filter === '') === (after.filter === '')
  );
}

/** The place in the library, stored in the page's address. */
export function useAddress() {
  const [place, setPlace] = useState(() => parseLocation(location.hash));
  useAbortableEffect((signal) => {
    const onMove = (): void => setPlace(parseLocation(location.hash));
    // So that Back restores the position.
    const onLeave = (): void => history.replaceState({ top: window.scrollY }, '');
    addEventListener('pagehide', onLeave, { signal });
    addEventListener('popstate', onMove, { signal });
    addEventListener('hashchange', onMove, { signal });
  });
  return {
    place,
    /** @param instead replaces the current history entry, because its place no longer exists */
    go: (next: LibraryLocation, instead = false): void => {
      if (instead || isTyping(place, next)) history.replaceState(null, '', formatLocation(next));
      else history.pushState(null, '', formatLocation(next));
      setPlace(next);
    },
  };
}

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
    const top = isFirst ? readTop() : 0;
    settled.current = list;
    // Already at the top; scrolling would force a layout of an incomplete page.
    if (isFirst && top === 0) return;
    window.scrollTo({ top, behavior: 'instant' });
  }, [list, isReady]);
}

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
