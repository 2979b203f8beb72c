import { useEffect, useRef } from 'preact/hooks';
import type { RailData } from '../../components/library/LibraryRail.tsx';
import type { Place } from '../../utils/library/lists/library-place.ts';

/**
 * Leaves a list that no longer exists: it was deleted here or in another window, its creation was undone, or it was reached
 * by Back or an old address. A list created just now may be open before the rail contains it, and is not left.
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
