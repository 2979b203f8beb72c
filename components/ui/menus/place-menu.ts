/** Px between a menu and the edges of the window. */
const EDGE = 8;

/**
 * Puts a menu that hangs in the window (`position: fixed`) under its button, ends in line, or above it where there is
 * no room.
 */
export function placeUnder(button: HTMLElement, menu: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const isLeftward = getComputedStyle(button).direction === 'rtl';
  const left = isLeftward ? at.left : at.right - width;
  const below = at.bottom + height + EDGE <= window.innerHeight;
  menu.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE))}px`;
  menu.style.top = `${below ? at.bottom : Math.max(EDGE, at.top - height)}px`;
}

/** Px that a button may stir, by rounding, without having been scrolled. */
const STILL = 1;

/**
 * Calls once the button of an open menu has been scrolled away from it: the menu hangs in the window and not in what
 * scrolls. A scrolling that came before, whose event comes only now, moves the button no more and closes nothing.
 *
 * @returns Stops watching.
 */
export function watchScrolling(button: HTMLElement, onMoved: () => void): () => void {
  const before = button.getBoundingClientRect();
  const onScroll = (): void => {
    const now = button.getBoundingClientRect();
    if (Math.abs(now.top - before.top) > STILL || Math.abs(now.left - before.left) > STILL) onMoved();
  };
  addEventListener('scroll', onScroll, { capture: true, passive: true });
  return () => removeEventListener('scroll', onScroll, { capture: true });
}
