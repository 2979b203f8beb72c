/**
 * Moves the focus among the elements of a list, without wrapping round.
 *
 * @param list the container; null does nothing
 * @param selector which elements take part
 * @param step +1 for the next, -1 for the one before; from outside the list both go to its first
 */
export function moveFocus(list: Element | null, selector: string, step: 1 | -1): void {
  if (list === null) return;
  const stops = [...list.querySelectorAll<HTMLElement>(selector)];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at < 0 ? 0 : Math.min(stops.length - 1, Math.max(0, at + step))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Presses a button of the item that has the focus; does nothing where none has it. */
export function clickInFocused(item: string, button: string): void {
  document.activeElement?.closest(item)?.querySelector<HTMLElement>(button)?.click();
}
