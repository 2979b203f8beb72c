import { useEffect, useRef, useState } from 'preact/hooks';
import type { RailData } from '../../components/library/LibraryRail.tsx';
import { countArticles } from '../../utils/library/articles/articles.ts';
import {
  FIXED_SOURCES,
  type FixedSource,
  type LibraryLocation,
} from '../../utils/library/lists/library-location.ts';
import { listTree } from '../../utils/library/lists/lists.ts';
import { allSmartLists } from '../../utils/library/lists/smart-lists.ts';
import { allTags } from '../../utils/library/lists/tags.ts';
import { useLibrary } from '../shared/use-library.ts';
import { countFound } from './search-client.ts';

/** Smart lists are counted again once the library has been unchanged for this long. */
const SETTLE_MS = 400;

async function readRail() {
  const [counts, lists, smartLists, tags] = await Promise.all([
    Promise.all(FIXED_SOURCES.map(async (source) => [source, await countArticles(source)] as const)),
    listTree(),
    allSmartLists(),
    allTags(),
  ]);
  return {
    counts: Object.fromEntries(counts) as Record<FixedSource, number>,
    lists,
    smartLists,
    // Most used first.
    tags: tags.sort((a, b) => b.count - a.count),
  };
}

/**
 * The contents of the rail.
 *
 * @param revision changes with the library
 */
export function useRail(revision: number): RailData | null {
  const rail = useLibrary(readRail, [], true) ?? null;
  const [smartCounts, setSmartCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const queries = rail?.smartLists.map(({ id, query }) => `${id} ${query}`).join('\n') ?? '';
  useEffect(() => {
    if (rail === null || rail.smartLists.length === 0) return;
    let isGone = false;
    const count = async (): Promise<void> => {
      for (const { id, query } of rail.smartLists) {
        const total = await countFound(query);
        if (isGone) return;
        setSmartCounts((before) => new Map(before).set(id, total));
      }
    };
    const timer = setTimeout(() => {
      count().catch((error: unknown) => console.warn('offprint: smart lists not counted', error));
    }, SETTLE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [queries, revision]);
  if (rail === null) return null;
  return {
    ...rail,
    smartLists: rail.smartLists.map((list) => ({ ...list, count: smartCounts.get(list.id) ?? null })),
  };
}

/**
 * Leaves a list that no longer exists: it was deleted here or in another window, its creation was undone, or it was reached
 * by Back or an old address. A list created just now may be open before the rail contains it, and is not left.
 */
export function useGoneShelf(place: LibraryLocation, rail: RailData | null, onGone: () => void): void {
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
