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
function readScrollTop(): number {
  const { top } = (history.state ?? {}) as Record<string, unknown>;
  return typeof top === 'number' ? top : 0;
}

/** Whether only the typed text differs, so that typing does not add a history entry per letter. */
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

/** The location in the library, stored in the page's URL. */
export function useLibraryLocation() {
  const [place, setPlace] = useState(() => parseLocation(location.hash));
  useAbortableEffect((signal) => {
    const onMove = (): void => setPlace(parseLocation(location.hash));
    // Stores the scroll position for when the user goes back.
    const onLeave = (): void => history.replaceState({ top: window.scrollY }, '');
    addEventListener('pagehide', onLeave, { signal });
    addEventListener('popstate', onMove, { signal });
    addEventListener('hashchange', onMove, { signal });
  });
  return {
    place,
    /** @param instead whether to replace the current history entry, because its location no longer exists */
    go: (next: LibraryLocation, instead = false): void => {
      if (instead || isTyping(place, next)) history.replaceState(null, '', formatLocation(next));
      else history.pushState(null, '', formatLocation(next));
      setPlace(next);
    },
  };
}

/**
 * Restores the scroll position of the first list, and scrolls to the top if another list is shown.
 *
 * @param list identifies the list
 * @param isReady whether the rows are loaded
 */
export function useScrollPosition(list: string, isReady: boolean): void {
  const settledList = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!isReady || settledList.current === list) return;
    const isFirst = settledList.current === null;
    const top = isFirst ? readScrollTop() : 0;
    settledList.current = list;
    // Already at the top. Scrolling would force a layout of the incomplete page.
    if (isFirst && top === 0) return;
    window.scrollTo({ top, behavior: 'instant' });
  }, [list, isReady]);
}

/** User actions that cancel restoring the focus. */
const USER_EVENTS = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;
/** How long after loading the page we wait for the row, which may no longer be in the list. */
const ROW_TIMEOUT_MS = 30_000;

/** Whether this page is still showing its first screen. */
let isFirstScreen = true;

/** Called after the first screen is mounted. Lists opened later are not reached by going back from an article. */
export function clearReturnTarget(): void {
  isFirstScreen = false;
  takeLastRead();
}

/** Focuses the row of the article that the user returns from, when it appears, unless the user does something before. */
export function useReturnFocus(): void {
  const targetId = useRef<string | null | undefined>(undefined);
  useLayoutEffect(() => {
    const controller = new AbortController();
    const cancel = (): void => {
      targetId.current = null;
      controller.abort();
    };
    const options = { capture: true, passive: true, signal: controller.signal };
    for (const type of USER_EVENTS) addEventListener(type, cancel, options);
    return () => controller.abort();
  }, []);
  useLayoutEffect(() => {
    if (targetId.current === undefined) targetId.current = isFirstScreen ? takeLastRead() : null;
    if (targetId.current === null) return;
    if (!isFocusLost() || performance.now() > ROW_TIMEOUT_MS) {
      targetId.current = null;
      return;
    }
    const link = document.querySelector<HTMLElement>(
      `[data-id="${CSS.escape(targetId.current)}"] .item__link`,
    );
    if (link === null) return;
    targetId.current = null;
    link.focus({ preventScroll: true });
  });
}
