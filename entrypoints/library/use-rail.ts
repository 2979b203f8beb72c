import { useEffect, useState } from 'preact/hooks';
import type { RailData } from '../../components/library/LibraryRail.tsx';
import { countArticles } from '../../utils/library/articles/articles.ts';
import { FIXED_SOURCES, type FixedSource } from '../../utils/library/lists/library-place.ts';
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
  const answer = useLibrary(readRail, [], true);
  const [smartCounts, setSmartCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const rail = answer.state === 'ready' ? answer.value : null;
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
