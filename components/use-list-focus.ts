import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { clickInFocused, moveFocus } from './move-focus.ts';

const ROW = '[data-id]';
const LINK = '.item__link';

/**
 * Keyboard focus of a list of articles: one row after the other, and the place is kept when a row leaves.
 *
 * @param list the list's element
 * @param items what it shows; a new value means that rows may have gone
 */
export function useListFocus(list: RefObject<HTMLElement | null>, items: unknown) {
  const heir = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (heir.current === null || list.current === null) return;
    const row = [...list.current.querySelectorAll<HTMLElement>(ROW)].find(
      (candidate) => candidate.dataset.id === heir.current,
    );
    // Somebody else took the focus meanwhile (the undo bar): leave it there.
    const isFree = document.activeElement === document.body || document.activeElement === null;
    if (row !== undefined && isFree) row.querySelector<HTMLElement>(LINK)?.focus();
    if (isFree) heir.current = null;
  }, [items]);
  return {
    move: (step: 1 | -1) => moveFocus(list.current, LINK, step),
    press: (button: string) => clickInFocused(ROW, button),
    /** To be called before a row leaves: the one after it, or else before it, is next. */
    keepPlace: (id: string) => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
      const at = rows.findIndex((row) => row.dataset.id === id);
      if (at < 0 || rows[at]?.contains(document.activeElement) !== true) return;
      heir.current = (rows[at + 1] ?? rows[at - 1])?.dataset.id ?? null;
    },
  };
}
