import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { countArticles, getArticles, listArticles } from '../../../utils/library/articles/articles.ts';
import { listSortedIds, NEWEST_FIRST } from '../../../utils/library/lists/sort-articles.ts';
import { PREFETCHED_ROWS } from '../../../utils/library/schema/prefetch.ts';
import type { ArticleRow, View } from '../../../utils/library/types.ts';
import type { SortOrder } from '../../../utils/library/user-types.ts';
import type { ListQuery } from '../../shared/plan-list-query.ts';
import { firstFrame, takeFirstList } from '../../shared/prefetch.ts';
import { useLibrary, useLibraryQuery } from '../../shared/use-library.ts';
import type { Arrange } from './use-list-options.ts';

/** A range of rows by index; `to` is exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** Number of rows loaded beyond the visible ones. Ranges are rounded to blocks, so that short scrolling loads nothing. */
const OVERSCAN = 24;
const BLOCK_SIZE = 32;

/** The ids whose rows are loaded while these rows are visible. */
export function idsAround(ids: readonly string[] | null, { from, to }: Span): readonly string[] {
  if (ids === null) return [];
  const first = Math.max(0, Math.floor((from - OVERSCAN) / BLOCK_SIZE) * BLOCK_SIZE);
  return ids.slice(first, Math.ceil((to + OVERSCAN) / BLOCK_SIZE) * BLOCK_SIZE);
}

export interface Listed {
  key: string;
  ids: string[];
}

/**
 * All ids of a view in order, read again after every change of the library. Does not use a live query, because tracking every
 * key would take longer than reading.
 *
 * @param key identifies view and order; null if the ids are not needed
 */
function useIds(key: string | null, view: View, sort: SortOrder, revision: number): Listed | null {
  const [answer, setAnswer] = useState<Listed | null>(null);
  const reading = useRef<{ key: string; isStale: boolean; abort: AbortController } | null>(null);

  useEffect(() => {
    if (key === null) return;
    // Reading a large library takes a while, and an import changes it constantly. So a running read is completed and then
    // repeated once.
    if (reading.current?.key === key) {
      reading.current.isStale = true;
      return;
    }
    reading.current?.abort.abort();
    const run = { key, isStale: false, abort: new AbortController() };
    reading.current = run;
    const read = async (): Promise<void> => {
      await firstFrame();
      do {
        run.isStale = false;
        const ids = await listSortedIds(view, sort, undefined, run.abort.signal);
        if (!run.abort.signal.aborted) setAnswer({ key, ids });
      } while (run.isStale && !run.abort.signal.aborted);
    };
    read()
      .catch((error: unknown) => {
        if (!run.abort.signal.aborted) console.error('offprint: not listed', error);
      })
      .finally(() => {
        if (reading.current === run) reading.current = null;
      });
  }, [key, revision]);

  useEffect(() => () => reading.current?.abort.abort(), []);
  return answer;
}

/** The rows of requested ids; ids of deleted articles have none. */
interface LoadedRows {
  ids: readonly string[];
  rows: readonly ArticleRow[];
}

/**
 * Updates the ids while the list is being read again: removes articles that have left the view, and adds new ones at the top.
 *
 * @param near the current rows near the visible ones; null while loading
 * @param head the newest rows of the view; null unless the list is sorted by newest first
 */
function useUpdatedIds(
  listed: Listed | null,
  view: View,
  near: LoadedRows | null,
  head: readonly ArticleRow[] | null,
): readonly string[] | null {
  // Kept until the list has been read again. Otherwise removed ids would reappear, because their rows are not requested.
  const gone = useRef<{ of: Listed | null; ids: Set<string> }>({ of: null, ids: new Set() });
  return useMemo(() => {
    if (gone.current.of !== listed) gone.current = { of: listed, ids: new Set() };
    if (listed === null) return null;
    const removed = gone.current.ids;
    const isInView = ({ views }: ArticleRow): boolean => views.some(([name]) => name === view);
    const idsInView = new Set(near?.rows.filter(isInView).map(({ id }) => id));
    for (const id of near?.ids ?? []) if (!idsInView.has(id)) removed.add(id);
    for (const { id } of head ?? []) removed.delete(id);
    const start = new Set(listed.ids.slice(0, 2 * (head?.length ?? 0)));
    const newIds = (head ?? [])
      .map(({ id }) => id)
      .filter((id) => !start.has(id) && !listed.ids.includes(id));
    if (removed.size === 0 && newIds.length === 0) return listed.ids;
    return [...newIds, ...listed.ids.filter((id) => !removed.has(id))];
  }, [listed, view, near, head]);
}

/** The articles of a view in order. */
export interface ViewList {
  /** Null until the first ids are known. */
  ids: readonly string[] | null;
  total: number;
  /** Rows at the beginning and near the visible ones. */
  rows: readonly ArticleRow[];
  isFailed: boolean;
}

/**
 * The articles of a view: first the newest rows, then all ids, with the rows near the visible ones.
 *
 * @param isActive false while a search is shown instead; then only the number of articles is updated
 */
export function useViewList(
  { view, sort }: ListQuery,
  isActive: boolean,
  visible: Span,
  revision: number,
  arrange: Arrange,
): ViewList {
  const key = JSON.stringify([view, isActive, sort]);
  const isNewestFirst = isActive && (sort === null || sort.by === 'saved') && sort?.reversed !== true;
  const [prefetched] = useState(() => (isNewestFirst ? takeFirstList(view) : null));
  const head = useLibraryQuery(
    async () => {
      if (!isNewestFirst) return null;
      return { key, rows: (await listArticles(view, { limit: PREFETCHED_ROWS })).articles };
    },
    [key],
    true,
    prefetched === null ? undefined : { key, rows: prefetched.rows },
  );
  const first = head.state === 'ready' && head.value?.key === key ? head.value.rows : null;
  const counted = useLibraryQuery(() => countArticles(view), [view], true, prefetched?.count);
  const count = counted.state === 'ready' ? counted.value : 0;
  const listed = useIds(isActive ? key : null, view, sort ?? NEWEST_FIRST, revision);

  const [loaded, setLoaded] = useState<{ key: string; value: LoadedRows } | null>(null);
  const all = useUpdatedIds(
    listed?.key === key ? listed : null,
    view,
    loaded?.key === key ? loaded.value : null,
    first,
  );
  const firstIds = useMemo(() => first?.map(({ id }) => id) ?? null, [first]);
  const orderedIds = all ?? firstIds;
  const ids = orderedIds === null ? null : (arrange?.(orderedIds).ids ?? orderedIds);
  const near = idsAround(ids, visible);
  const isListed = isActive && all !== null;
  const read = useLibrary(
    async (): Promise<{ key: string; value: LoadedRows } | null> =>
      isListed ? { key, value: { ids: near, rows: await getArticles(near) } } : null,
    [isListed, near.join(' ')],
    true,
  );
  const current = read ?? null;
  useEffect(() => setLoaded(current), [current]);

  return {
    ids,
    total: all?.length ?? Math.max(count, ids?.length ?? 0),
    rows: isActive ? [...(first ?? []), ...(current?.value.rows ?? [])] : [],
    isFailed: [head, counted].some(({ state }) => state === 'failed'),
  };
}
