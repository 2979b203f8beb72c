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

/** Debounce of counting smart lists after changes of the library. */
const DEBOUNCE_MS = 400;

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
 * The contents of the rail: lists, smart lists and tags, with counts.
 *
 * @param revision the library's revision; if it changes, smart lists are counted again
 */
export function useRail(revision: number): RailData | null {
  const rail = useLibrary(readRail, [], true) ?? null;
  const [smartCounts, setSmartCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const queries = rail?.smartLists.map(({ id, query }) => `${id} ${query}`).join('\n') ?? '';
  useEffect(() => {
    if (rail === null || rail.smartLists.length === 0) return;
    let isCancelled = false;
    const count = async (): Promise<void> => {
      for (const { id, query } of rail.smartLists) {
        const total = await countFound(query);
        if (isCancelled) return;
        setSmartCounts((before) => new Map(before).set(id, total));
      }
    };
    const timer = setTimeout(() => {
      count().catch((error: unknown) => console.warn('offprint: smart lists not counted', error));
    }, DEBOUNCE_MS);
    return () => {
      isCancelled = true;
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
 * Leaves a list that no longer exists, because it was deleted in any window, its creation was undone, or it was opened by Back
 * or an old URL. A new list may be open before the rail contains it, and is not left.
 */
export function useLeaveDeletedList(place: LibraryLocation, rail: RailData | null, onGone: () => void): void {
  const knownLists = useRef<Set<string> | null>(null);
  const source = place.screen === 'articles' ? place.source : '';
  useEffect(() => {
    if (rail === null) return;
    const existing = new Set([
      ...rail.lists.map(({ list }) => `list:${list.id}`),
      ...rail.smartLists.map(({ id }) => `smart:${id}`),
    ]);
    knownLists.current ??= new Set(/^(list|smart):/.test(source) ? [source] : []);
    for (const one of existing) knownLists.current.add(one);
    if (knownLists.current.has(source) && !existing.has(source)) onGone();
  }, [rail, source]);
}
