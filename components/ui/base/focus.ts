/**
 * Scrolls a control completely into view when the Tab key focuses it. Firefox scrolls only an edge of it into view, and
 * a sticky bar may cover the rest (see `use-scroll-padding.ts`).
 *
 * @param signal removes the listeners
 */
export function keepFocusInView(signal: AbortSignal): void {
  let wasTabPressed = false;
  const listen = (type: 'keydown' | 'focusin', listener: (event: Event) => void): void =>
    document.addEventListener(type, listener, { capture: true, signal });
  listen('keydown', (event) => {
    wasTabPressed = (event as KeyboardEvent).key === 'Tab';
  });
  listen('focusin', ({ target }) => {
    if (wasTabPressed && target instanceof Element)
      target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

/**
 * Moves the focus among the elements of a list, without wrapping around.
 *
 * @param list the container; if null, nothing happens
 * @param selector matches the focusable elements
 * @param step 1 for the next element, -1 for the previous one; from outside the list, both focus the first
 */
export function moveFocus(list: Element | null, selector: string, step: 1 | -1): void {
  if (list === null) return;
  const items = [...list.querySelectorAll<HTMLElement>(selector)];
  const index = items.indexOf(document.activeElement as HTMLElement);
  const next = items[index < 0 ? 0 : Math.min(items.length - 1, Math.max(0, index + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/**
 * Clicks a button in the item that contains the focus; does nothing if no item does.
 *
 * @param itemSelector matches the items
 * @param buttonSelector matches the button within an item
 */
export function clickInFocused(itemSelector: string, buttonSelector: string): void {
  document.activeElement?.closest(itemSelector)?.querySelector<HTMLElement>(buttonSelector)?.click();
}
