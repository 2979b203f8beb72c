import { useEffect, useRef, useState } from 'preact/hooks';

const NONE: ReadonlySet<string> = new Set();

/**
 * Which articles of a list are chosen: one by one, in ranges from the one chosen last, or all.
 *
 * @param list names the list; another one begins with nothing chosen
 * @param ids in the order of the list, all of them
 */
export function useSelection(list: string, ids: readonly string[]) {
  const [selectedIds, setChosen] = useState(NONE);
  const anchor = useRef<string | null>(null);
  useEffect(() => {
    setChosen(NONE);
    anchor.current = null;
  }, [list]);
  return {
    selectedIds: selectedIds,
    /** In the order of the list. */
    ids: (): string[] => ids.filter((id) => selectedIds.has(id)),
    select: (id: string, how: 'toggle' | 'range'): void => {
      const next = new Set(selectedIds);
      const from = anchor.current === null ? -1 : ids.indexOf(anchor.current);
      const to = ids.indexOf(id);
      if (how === 'range' && from !== -1 && to !== -1) {
        for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(one);
      } else if (next.has(id) && how === 'toggle') next.delete(id);
      else next.add(id);
      anchor.current = id;
      setChosen(next);
    },
    selectAll: (): void => setChosen(new Set(ids)),
    clear: (): void => {
      anchor.current = null;
      setChosen(NONE);
    },
  };
}
