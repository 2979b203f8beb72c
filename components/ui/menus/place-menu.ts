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
