import { useLayoutEffect, useRef } from 'preact/hooks';

/** Nothing has the focus: what had it is gone. */
export const isFocusLost = (): boolean =>
  document.activeElement === document.body || document.activeElement === null;

/**
 * Gives the focus back when what opened for a moment, such as a field for a name, is gone with the focus in it: else
 * who has no mouse begins at the top of the page again. Who went elsewhere meanwhile stays there.
 *
 * @param shown what is open, or null
 * @param find what gets the focus after it; null leaves it
 */
export function useFocusBack<T>(shown: T | null, find: (gone: T) => HTMLElement | null | undefined): void {
  const before = useRef<T | null>(null);
  useLayoutEffect(() => {
    const gone = before.current;
    before.current = shown;
    if (shown === null && gone !== null && isFocusLost()) find(gone)?.focus();
  }, [shown]);
}
