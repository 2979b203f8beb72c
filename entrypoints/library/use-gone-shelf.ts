import { useEffect, useRef } from 'preact/hooks';
import type { RailData } from '../../components/library/LibraryRail.tsx';
import type { Place } from '../../utils/library/lists/library-place.ts';

/**
 * Leaves a list or smart list that is no more: deleted here or in another window, its making undone, or come to by
 * Back or an old address. A list that was made this moment may be the place before the rail knows it, and is not left.
 */
export function useGoneShelf(place: Place, rail: RailData | null, onGone: () => void): void {
  const known = useRef<Set<string> | null>(null);
  const source = place.screen === 'articles' ? place.source : '';
  useEffect(() => {
    if (rail === null) return;
    const there = new Set([
      ...rail.lists.map(({ list }) => `list:${list.id}`),
      ...rail.smartLists.map(({ id }) => `smart:${id}`),
    ]);
    known.current ??= new Set(/^(list|smart):/.test(source) ? [source] : []);
    for (const one of there) known.current.add(one);
    if (known.current.has(source) && !there.has(source)) onGone();
  }, [rail, source]);
}
