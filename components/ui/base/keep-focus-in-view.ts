/**
 * Has the Tab key bring all of a control into view. Firefox is content with an edge of it, the rest of which may lie
 * under a bar that sticks there (`use-scroll-padding.ts`).
 *
 * @param life where it ends
 */
export function keepFocusInView(life: AbortSignal): void {
  let isByTab = false;
  const listen = (type: 'keydown' | 'focusin', heed: (event: Event) => void): void =>
    document.addEventListener(type, heed, { capture: true, signal: life });
  listen('keydown', (event) => {
    isByTab = (event as KeyboardEvent).key === 'Tab';
  });
  listen('focusin', ({ target }) => {
    if (isByTab && target instanceof Element) target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}
