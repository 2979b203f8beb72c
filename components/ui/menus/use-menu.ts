import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { usePressOutside } from '../hooks/use-press-outside.ts';

/** Manages a menu that is opened and closed by a button, and closed by Escape or a press outside. */
export function useMenu() {
  const [isOpen, setOpen] = useState(false);
  const container = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  usePressOutside(container, () => setOpen(false), isOpen);
  // A layout effect, as in `use-shortcuts.ts`.
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
  return { isOpen, container, button, toggle: () => setOpen(!isOpen), close: () => setOpen(false) };
}

/** Minimum distance between a menu and the viewport edges, in px. */
const EDGE_MARGIN = 8;

/** Positions a fixed menu below its button, or above it if there is no room, with their end edges aligned. */
export function positionBelow(button: HTMLElement, menu: HTMLElement): void {
  const buttonRect = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const isRtl = getComputedStyle(button).direction === 'rtl';
  const left = isRtl ? buttonRect.left : buttonRect.right - width;
  const fitsBelow = buttonRect.bottom + height + EDGE_MARGIN <= window.innerHeight;
  menu.style.left = `${Math.max(EDGE_MARGIN, Math.min(left, window.innerWidth - width - EDGE_MARGIN))}px`;
  menu.style.top = `${fitsBelow ? buttonRect.bottom : Math.max(EDGE_MARGIN, buttonRect.top - height)}px`;
}

/** A button counts as moved if its position has changed by more than this, in px. */
const POSITION_TOLERANCE = 1;

/**
 * Calls `onMoved` when the button of an open menu is scrolled, because the menu, which is fixed, does not move with it.
 * Late scroll events of a scroll that has already ended are ignored.
 *
 * @returns a function that stops watching
 */
export function watchButtonScroll(button: HTMLElement, onMoved: () => void): () => void {
  const initialRect = button.getBoundingClientRect();
  const onScroll = (): void => {
    const currentRect = button.getBoundingClientRect();
    if (
      Math.abs(currentRect.top - initialRect.top) > POSITION_TOLERANCE ||
      Math.abs(currentRect.left - initialRect.left) > POSITION_TOLERANCE
    )
      onMoved();
  };
  addEventListener('scroll', onScroll, { capture: true, passive: true });
  return () => removeEventListener('scroll', onScroll, { capture: true });
}
