/**
 * Scrolls a control completely into view when Tab focuses it. Firefox scrolls only an edge of it into view, and the
 * rest may be covered by a sticky bar (`use-scroll-padding.ts`).
 *
 * @param signal ends it
 */
export function keepFocusInView(signal: AbortSignal): void {
  let isByTab = false;
  const listen = (type: 'keydown' | 'focusin', scrollToFocus: (event: Event) => void): void =>
    document.addEventListener(type, scrollToFocus, { capture: true, signal: signal });
  listen('keydown', (event) => {
    isByTab = (event as KeyboardEvent).key === 'Tab';
  });
  listen('focusin', ({ target }) => {
    if (isByTab && target instanceof Element) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

/**
 * Moves the focus among the elements of a list, without wrapping around.
 *
 * @param list the container; null does nothing
 * @param selector of the elements that take part
 * @param step +1 for the next, -1 for the previous; from outside the list both go to the first
 */
export function moveFocus(list: Element | null, selector: string, step: 1 | -1): void {
  if (list === null) return;
  const items = [...list.querySelectorAll<HTMLElement>(selector)];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Clicks a button of the focused item; does nothing if none is focused. */
export function clickInFocused(item: string, button: string): void {
  document.activeElement?.closest(item)?.querySelector<HTMLElement>(button)?.click();
}
