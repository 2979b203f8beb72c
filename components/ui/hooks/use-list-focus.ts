import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { clickInFocused } from '../base/move-focus.ts';

const ROW = '[data-id]';
const LINK = '.item__link';

/**
 * Keyboard focus of a list of articles of which only a part is drawn: one row after the other, the place is kept
 * when a row leaves, and found again when the user scrolled away from it.
 *
 * @param list the list's element
 * @param items what it shows; a new value means that rows may have gone
 */
export function useListFocus(list: RefObject<HTMLElement | null>, items: unknown) {
  const heir = useRef<string | null>(null);
  const rows = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  useLayoutEffect(() => {
    if (heir.current === null || list.current === null) return;
    const row = rows().find((candidate) => candidate.dataset.id === heir.current);
    // Somebody else took the focus meanwhile (the undo bar): leave it there.
    const isFree = document.activeElement === document.body || document.activeElement === null;
    if (row !== undefined && isFree) row.querySelector<HTMLElement>(LINK)?.focus();
    if (isFree) heir.current = null;
  }, [items]);
  const focusedId = (): string | null =>
    document.activeElement?.closest<HTMLElement>(ROW)?.dataset.id ?? null;
  return {
    /** Id of the row that has the focus, or null. */
    focusedId,
    /** To the next row or the one before; from elsewhere to the first that is in view. @returns its id */
    move: (step: 1 | -1): string | null => {
      const all = rows().filter((row) => row.querySelector(LINK) !== null);
      const at = all.findIndex((row) => row.contains(document.activeElement));
      const inView = all.findIndex((row) => row.getBoundingClientRect().bottom > 0);
      const next = at < 0 ? Math.max(0, inView) : Math.min(all.length - 1, Math.max(0, at + step));
      const row = all[next];
      row?.querySelector<HTMLElement>(LINK)?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
      return row?.dataset.id ?? null;
    },
    press: (button: string) => clickInFocused(ROW, button),
    /** To be called before rows leave: the one after them, or else before them, is next. */
    keepPlace: (ids: readonly string[]) => {
      const all = rows();
      const at = all.findIndex((row) => row.contains(document.activeElement));
      const going = new Set(ids);
      if (at < 0 || !going.has(all[at]?.dataset.id ?? '')) return;
      const stays = (row: HTMLElement): boolean => !going.has(row.dataset.id ?? '');
      heir.current = (all.slice(at).find(stays) ?? all.slice(0, at).findLast(stays))?.dataset.id ?? null;
    },
  };
}
