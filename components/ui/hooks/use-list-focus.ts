import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { clickInFocused } from '../base/focus.ts';
import { isFocusLost } from './use-return-focus.ts';

const ROW = '[data-id]';
const LINK = '.item__link';

/**
 * Manages the keyboard focus of a virtual list: moves it between rows, and keeps it in the list when the focused row is
 * removed.
 *
 * @param list the list element
 * @param items the rows; a new value means that rows may have been removed
 */
export function useListFocus(list: RefObject<HTMLElement | null>, items: unknown) {
  const nextId = useRef<string | null>(null);
  const getRows = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  useLayoutEffect(() => {
    if (nextId.current === null || list.current === null) return;
    const row = getRows().find((candidate) => candidate.dataset.id === nextId.current);
    // Something else, such as the undo bar, has taken the focus.
    if (!isFocusLost()) return;
    row?.querySelector<HTMLElement>(LINK)?.focus();
    nextId.current = null;
  }, [items]);
  const getFocusedId = (): string | null =>
    document.activeElement?.closest<HTMLElement>(ROW)?.dataset.id ?? null;
  return {
    /** Returns the id of the focused row, or null. */
    getFocusedId,
    /**
     * Focuses the next or previous row or, from outside the list, the first visible one.
     *
     * @returns the row's id, or null if there is none
     */
    moveFocus: (step: 1 | -1): string | null => {
      const linkRows = getRows().filter((row) => row.querySelector(LINK) !== null);
      const index = linkRows.findIndex((row) => row.contains(document.activeElement));
      const firstVisible = linkRows.findIndex((row) => row.getBoundingClientRect().bottom > 0);
      const next =
        index < 0 ? Math.max(0, firstVisible) : Math.min(linkRows.length - 1, Math.max(0, index + step));
      const row = linkRows[next];
      row?.querySelector<HTMLElement>(LINK)?.focus({ preventScroll: true });
      row?.scrollIntoView({ block: 'nearest' });
      return row?.dataset.id ?? null;
    },
    clickInRow: (button: string) => clickInFocused(ROW, button),
    /** To be called before rows are removed. If one of them has the focus, the next (or else previous) row gets it. */
    keepFocusOnRemoval: (ids: readonly string[]) => {
      const rows = getRows();
      const index = rows.findIndex((row) => row.contains(document.activeElement));
      const removedIds = new Set(ids);
      if (index < 0 || !removedIds.has(rows[index]?.dataset.id ?? '')) return;
      const isRemaining = (row: HTMLElement): boolean => !removedIds.has(row.dataset.id ?? '');
      nextId.current =
        (rows.slice(index).find(isRemaining) ?? rows.slice(0, index).findLast(isRemaining))?.dataset.id ??
        null;
    },
  };
}
