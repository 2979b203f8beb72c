import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isLetterKey } from './use-shortcuts.ts';

const EMPTY: ReadonlySet<string> = new Set();

/**
 * Manages which articles of a list are selected: single ones, a range that starts at the last selected one, or all.
 *
 * @param listKey identifies the list; the selection is cleared when it changes
 * @param ids the ids of all articles in the order of the list
 */
export function useRowSelection(listKey: string, ids: readonly string[]) {
  const [selectedIds, setSelectedIds] = useState(EMPTY);
  const anchor = useRef<string | null>(null);
  useEffect(() => {
    setSelectedIds(EMPTY);
    anchor.current = null;
  }, [listKey]);
  return {
    selectedIds,
    /** Returns the selected ids in the order of the list. */
    getOrderedIds: (): string[] => ids.filter((id) => selectedIds.has(id)),
    select: (id: string, mode: 'toggle' | 'range'): void => {
      const next = new Set(selectedIds);
      const from = anchor.current === null ? -1 : ids.indexOf(anchor.current);
      const to = ids.indexOf(id);
      if (mode === 'range' && from !== -1 && to !== -1) {
        for (const rangeId of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(rangeId);
      } else if (next.has(id) && mode === 'toggle') next.delete(id);
      else next.add(id);
      anchor.current = id;
      setSelectedIds(next);
    },
    selectAll: (): void => setSelectedIds(new Set(ids)),
    clear: (): void => {
      anchor.current = null;
      setSelectedIds(EMPTY);
    },
  };
}

/**
 * Handles the keys for selecting rows: Ctrl+A or Cmd+A selects all, and Shift with an arrow key extends the selection.
 * They keep their usual effect in fields and dialogs.
 */
export function useSelectionKeys(
  onSelectAll: () => void,
  extendSelection: (step: 1 | -1) => () => void,
): void {
  const latestHandlers = useRef({ onSelectAll, extendSelection });
  latestHandlers.current = { onSelectAll, extendSelection };
  // A layout effect, as in `use-shortcuts.ts`.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isInField =
        event.target instanceof Element && event.target.closest('input:not([type=checkbox]), select, dialog');
      if (isInField || event.altKey) return;
      const isAll = (event.ctrlKey || event.metaKey) && !event.shiftKey && isLetterKey(event, 'a');
      const step = event.shiftKey ? { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.key] : undefined;
      if (isAll) latestHandlers.current.onSelectAll();
      else if (step !== undefined) latestHandlers.current.extendSelection(step)();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}
