import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { listSortedIds } from '../../../utils/library/lists/sort-articles.ts';
import type { ArticleRow, View } from '../../../utils/library/types.ts';
import type { SortOrder } from '../../../utils/library/user-types.ts';
import { firstFrame } from '../../shared/prefetch.ts';

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
export function useIds(key: string | null, view: View, sort: SortOrder, revision: number): Listed | null {
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
export interface Near {
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
export function useFreshIds(
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
