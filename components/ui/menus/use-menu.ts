import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePressOutside } from '../hooks/use-press-outside.ts';

/** The state of a menu below a button, closed by Escape, the button, or a press elsewhere. */
export function useMenu() {
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  usePressOutside(frame, () => setOpen(false), isOpen);
  // Before painting, as in `use-shortcuts.ts`.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [isOpen]);
  return { isOpen, frame, button, toggle: () => setOpen(!isOpen), close: () => setOpen(false) };
}

/** Distance between a menu and the window edges, in px. */
const EDGE_MARGIN = 8;

/** Positions a fixed menu below its button, aligned at the ends, or above it if there is no room. */
export function positionBelow(button: HTMLElement, menu: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const isLeftward = getComputedStyle(button).direction === 'rtl';
  const left = isLeftward ? at.left : at.right - width;
  const below = at.bottom + height + EDGE_MARGIN <= window.innerHeight;
  menu.style.left = `${Math.max(EDGE_MARGIN, Math.min(left, window.innerWidth - width - EDGE_MARGIN))}px`;
  menu.style.top = `${below ? at.bottom : Math.max(EDGE_MARGIN, at.top - height)}px`;
}

/** Tolerance for a button's position, in px, before it counts as scrolled. */
const POSITION_TOLERANCE = 1;

/**
 * Calls back once the button of an open menu has been scrolled away, because the menu is fixed in the window. A late
 * scroll event, after which the button no longer moves, is ignored.
 *
 * @returns stops watching
 */
export function watchButtonScroll(button: HTMLElement, onMoved: () => void): () => void {
  const before = button.getBoundingClientRect();
  const onScroll = (): void => {
    const now = button.getBoundingClientRect();
    if (
      Math.abs(now.top - before.top) > POSITION_TOLERANCE ||
      Math.abs(now.left - before.left) > POSITION_TOLERANCE
    )
      onMoved();
  };
  addEventListener('scroll', onScroll, { capture: true, passive: true });
  return () => removeEventListener('scroll', onScroll, { capture: true });
}
