import { useLayoutEffect, useRef } from 'preact/hooks';

/** Whether nothing has the focus, as after the focused element was removed. */
export const isFocusLost = (): boolean =>
  document.activeElement === document.body || document.activeElement === null;

/**
 * Restores the focus after a temporary element, such as a name field, was removed while it had the focus; otherwise,
 * keyboard users would start at the top of the page. Does nothing if another element has the focus.
 *
 * @param openItem what is open, or null
 * @param findTarget returns the element to focus after `openItem` has become null; null for none
 */
export function useReturnFocus<T>(
  openItem: T | null,
  findTarget: (closed: T) => HTMLElement | null | undefined,
): void {
  const previousItem = useRef<T | null>(null);
  useLayoutEffect(() => {
    const closed = previousItem.current;
    previousItem.current = openItem;
    if (openItem === null && closed !== null && isFocusLost()) findTarget(closed)?.focus();
  }, [openItem]);
}
