import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { clickInFocused } from '../base/focus.ts';
import { isFocusLost } from './use-focus-back.ts';

const ROW = '[data-id]';
const LINK = '.item__link';

/**
 * Keyboard focus of a virtual list: moves between rows, keeps the position when a row is removed, and finds it again
 * after scrolling.
 *
 * @param list the list's element
 * @param items a new value means that rows may have been removed
 */
export function useListFocus(list: RefObject<HTMLElement | null>, items: unknown) {
  const nextId = useRef<string | null>(null);
  const rows = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(ROW) ?? [])];
  useLayoutEffect(() => {
    if (nextId.current === null || list.current === null) return;
    const row = rows().find((candidate) => candidate.dataset.id === nextId.current);
    // Something else, such as the undo bar, has taken the focus.
    if (!isFocusLost()) return;
    row?.querySelector<HTMLElement>(LINK)?.focus();
    nextId.current = null;
  }, [items]);
  const focusedId = (): string | null =>
    document.activeElement?.closest<HTMLElement>(ROW)?.dataset.id ?? null;
  return {
    /** Id of the focused row, or null. */
    focusedId,
    /** Moves to the next or previous row, or from outside the list to the first visible one. @returns its id */
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
    clickInRow: (button: string) => clickInFocused(ROW, button),
    /** Call this before rows are removed: the row after them, or else before them, gets the focus. */
    rememberNext: (ids: readonly string[]) => {
      const all = rows();
      const at = all.findIndex((row) => row.contains(document.activeElement));
      const going = new Set(ids);
      if (at < 0 || !going.has(all[at]?.dataset.id ?? '')) return;
      const stays = (row: HTMLElement): boolean => !going.has(row.dataset.id ?? '');
      nextId.current = (all.slice(at).find(stays) ?? all.slice(0, at).findLast(stays))?.dataset.id ?? null;
    },
  };
}
