import { useLayoutEffect, useRef } from 'preact/hooks';

/** The focused element has been removed. */
export const isFocusLost = (): boolean =>
  document.activeElement === document.body || document.activeElement === null;

/**
 * Returns the focus when something temporary, such as a name field, has closed with the focus in it; otherwise
 * keyboard users would start at the top of the page. Leaves the focus if the user has moved it.
 *
 * @param shown what is open, or null
 * @param find finds the element to focus afterwards; null for none
 */
export function useReturnFocus<T>(
  shown: T | null,
  find: (closed: T) => HTMLElement | null | undefined,
): void {
  const before = useRef<T | null>(null);
  useLayoutEffect(() => {
    const closed = before.current;
    before.current = shown;
    if (shown === null && closed !== null && isFocusLost()) find(closed)?.focus();
  }, [shown]);
}
