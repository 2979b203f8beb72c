/** The class of what holds the two columns that fill one window. */
export const SPREAD = 'spread';
/** The reader's bar and some air, in px. */
export const UNDER_BAR = 64;
/** Edges that meet within this are one, in px. */
export const SAME = 8;

/**
 * Where Space and Page Down lead in a text of spreads: to the top of the next one that is not whole in the window; Page
 * Up to the one before.
 *
 * @returns px to scroll, or null where the browser's own step is right: into the headline, and in a spread higher than
 * the window
 */
function stepTo(body: HTMLElement, by: 1 | -1): number | null {
  const spreads = [...body.querySelectorAll(`:scope > .${SPREAD}`)].map((one) => one.getBoundingClientRect());
  const next =
    by === 1
      ? spreads.find(({ bottom }) => bottom > innerHeight + SAME)
      : spreads.findLast(({ top }) => top < UNDER_BAR - SAME);
  if (next === undefined || (by === 1 && next.top < UNDER_BAR + SAME)) return null;
  return next.top - UNDER_BAR;
}

/** The direction a key turns pages in, or null: what has the focus may have its own use for it. */
function turnOf(event: KeyboardEvent): 1 | -1 | null {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.target instanceof Element && event.target.closest('a,button,input,textarea,select,dialog,aside'))
    return null;
  if (event.key === ' ') return event.shiftKey ? -1 : 1;
  return event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : null;
}

/** Lets a key turn a text of spreads like pages. */
export function turnSpreads(body: HTMLElement, event: KeyboardEvent): void {
  const turn = turnOf(event);
  const by = turn === null ? null : stepTo(body, turn);
  if (by === null) return;
  event.preventDefault();
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scrollBy({ top: by, behavior: isCalm ? 'instant' : 'smooth' });
}
