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

/** The rows that are drawn, `to` exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** Rows read beyond the drawn ones, and the block size of reading, so that scrolling by a few rows reads nothing. */
const AHEAD = 24;
const BLOCK = 32;

/** The ids whose rows are read while these are drawn. */
export function idsNear(ids: readonly string[] | null, { from, to }: Span): readonly string[] {
  if (ids === null) return [];
  const first = Math.max(0, Math.floor((from - AHEAD) / BLOCK) * BLOCK);
  return ids.slice(first, Math.ceil((to + AHEAD) / BLOCK) * BLOCK);
}

export interface Listed {
  key: string;
  ids: string[];
}

/**
 * All ids of a view in order, read again after every change of the library. Not a live query, which would track every
 * single key and take longer than reading.
 *
 * @param key identifies view and order; null if the ids are not needed
 */
function useIds(key: string | null, view: View, sort: SortOrder, revision: number): Listed | null {
  const [answer, setAnswer] = useState<Listed | null>(null);
  const reading = useRef<{ key: string; isStale: boolean; abort: AbortController } | null>(null);

  useEffect(() => {
    if (key === null) return;
    // Reading a large library takes a while, and during an import it changes all the time: a running read is completed and
    // then repeated once.
    if (reading.current?.key === key) {
      reading.current.isStale = true;
      return;
    }
    reading.current?.abort.abort();
    const own = { key, isStale: false, abort: new AbortController() };
    reading.current = own;
    const read = async (): Promise<void> => {
      await firstFrame();
      do {
        own.isStale = false;
        const ids = await listSortedIds(view, sort, undefined, own.abort.signal);
        if (!own.abort.signal.aborted) setAnswer({ key, ids });
      } while (own.isStale && !own.abort.signal.aborted);
    };
    read()
      .catch((error: unknown) => {
        if (!own.abort.signal.aborted) console.error('offprint: not listed', error);
      })
      .finally(() => {
        if (reading.current === own) reading.current = null;
      });
  }, [key, revision]);

  useEffect(() => () => reading.current?.abort.abort(), []);
  return answer;
}

/** The current rows of requested ids. */
interface Near {
  ids: readonly string[];
  rows: readonly ArticleRow[];
}

/**
 * Updates ids by the rows near the visible ones, which are newer than a list still being read: removes what left the view
 * and adds what is new at its head.
 *
 * @param near null while loading
 * @param head the newest rows of the view; null if the list begins elsewhere
 */
function useFreshIds(
  listed: Listed | null,
  view: View,
  near: Near | null,
  head: readonly ArticleRow[] | null,
): readonly string[] | null {
  // Kept until the list has been read again, or removed ids would reappear because they are no longer requested.
  const gone = useRef<{ of: Listed | null; ids: Set<string> }>({ of: null, ids: new Set() });
  return useMemo(() => {
    if (gone.current.of !== listed) gone.current = { of: listed, ids: new Set() };
    if (listed === null) return null;
    const left = gone.current.ids;
    const isHere = ({ views }: ArticleRow): boolean => views.some(([name]) => name === view);
    const here = new Set(near?.rows.filter(isHere).map(({ id }) => id));
    for (const id of near?.ids ?? []) if (!here.has(id)) left.add(id);
    for (const { id } of head ?? []) left.delete(id);
    const start = new Set(listed.ids.slice(0, 2 * (head?.length ?? 0)));
    const fresh = (head ?? []).map(({ id }) => id).filter((id) => !start.has(id) && !listed.ids.includes(id));
    if (left.size === 0 && fresh.length === 0) return listed.ids;
    return [...fresh, ...listed.ids.filter((id) => !left.has(id))];
  }, [listed, view, near, head]);
}

/** A view of the library in an order. */
export interface ViewList {
  /** Null until the first ids are known. */
  ids: readonly string[] | null;
  total: number;
  /** Rows of the first ids and of those near the visible ones. */
  rows: readonly ArticleRow[];
  isFailed: boolean;
}

/**
 * The articles of a view: the newest rows at once, then all ids, with the rows near the visible ones.
 *
 * @param isOn false while a search is shown instead; only the size of the view is kept up to date then
 */
export function useViewList(
  { view, sort }: ListQuery,
  isOn: boolean,
  drawn: Span,
  revision: number,
  arrange: Arrange,
): ViewList {
  const key = JSON.stringify([view, isOn, sort]);
  const isNewestFirst = isOn && (sort === null || sort.by === 'saved') && sort?.reversed !== true;
  const [early] = useState(() => (isNewestFirst ? takeFirstList(view) : null));
  const head = useLibraryQuery(
    async () => {
      if (!isNewestFirst) return null;
      return { key, rows: (await listArticles(view, { limit: PREFETCHED_ROWS })).articles };
    },
    [key],
    true,
    early === null ? undefined : { key, rows: early.rows },
  );
  const first = head.state === 'ready' && head.value?.key === key ? head.value.rows : null;
  const counted = useLibraryQuery(() => countArticles(view), [view], true, early?.count);
  const count = counted.state === 'ready' ? counted.value : 0;
  const listed = useIds(isOn ? key : null, view, sort ?? NEWEST_FIRST, revision);

  const [around, setAround] = useState<{ key: string; value: Near } | null>(null);
  const all = useFreshIds(
    listed?.key === key ? listed : null,
    view,
    around?.key === key ? around.value : null,
    first,
  );
  const firstIds = useMemo(() => first?.map(({ id }) => id) ?? null, [first]);
  const inOrder = all ?? firstIds;
  const ids = inOrder === null ? null : (arrange?.(inOrder).ids ?? inOrder);
  const near = idsNear(ids, drawn);
  const isListed = isOn && all !== null;
  const read = useLibrary(
    async (): Promise<{ key: string; value: Near } | null> =>
      isListed ? { key, value: { ids: near, rows: await getArticles(near) } } : null,
    [isListed, near.join(' ')],
    true,
  );
  const readNow = read ?? null;
  useEffect(() => setAround(readNow), [readNow]);

  return {
    ids,
    total: all?.length ?? Math.max(count, ids?.length ?? 0),
    rows: isOn ? [...(first ?? []), ...(readNow?.value.rows ?? [])] : [],
    isFailed: [head, counted].some(({ state }) => state === 'failed'),
  };
}
