import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isLetter } from './use-shortcuts.ts';

const EMPTY: ReadonlySet<string> = new Set();

/**
 * Selects articles of a list: one by one, in ranges from the last selected one, or all.
 *
 * @param list identifies the list; the selection is cleared when it changes
 * @param ids all ids in the order of the list
 */
export function useSelection(list: string, ids: readonly string[]) {
  const [selectedIds, setSelectedIds] = useState(EMPTY);
  const anchor = useRef<string | null>(null);
  useEffect(() => {
    setSelectedIds(EMPTY);
    anchor.current = null;
  }, [list]);
  return {
    selectedIds: selectedIds,
    /** In the order of the list. */
    ids: (): string[] => ids.filter((id) => selectedIds.has(id)),
    select: (id: string, mode: 'toggle' | 'range'): void => {
      const next = new Set(selectedIds);
      const from = anchor.current === null ? -1 : ids.indexOf(anchor.current);
      const to = ids.indexOf(id);
      if (mode === 'range' && from !== -1 && to !== -1) {
        for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one);
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
 * Ctrl or Cmd with A selects all rows, Shift with an arrow extends the selection; in a field they belong to the
 * field.
 */
export function useSelectAll(onSelectAll: () => void, extendSelection: (step: 1 | -1) => () => void): void {
  const latest = useRef({ onSelectAll, extendSelection });
  latest.current = { onSelectAll, extendSelection };
  // Before painting, as in `use-shortcuts.ts`.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inField =
        event.target instanceof Element && event.target.closest('input:not([type=checkbox]), select, dialog');
      if (inField || event.altKey) return;
      const isAll = (event.ctrlKey || event.metaKey) && !event.shiftKey && isLetter(event, 'a');
      const step = event.shiftKey ? { ArrowDown: 1 as const, ArrowUp: -1 as const }[event.key] : undefined;
      if (isAll) latest.current.onSelectAll();
      else if (step !== undefined) latest.current.extendSelection(step)();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}
