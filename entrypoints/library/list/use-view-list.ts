import { useEffect, useMemo, useState } from 'preact/hooks';
import { countArticles, getArticles, listArticles } from '../../../utils/library/articles/articles.ts';
import { NEWEST_FIRST } from '../../../utils/library/lists/sort-articles.ts';
import { FIRST_ROWS } from '../../../utils/library/schema/prefetch.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import type { Asked } from '../../shared/plan-list.ts';
import { takeFirstList } from '../../shared/prefetch.ts';
import { useLibrary } from '../../shared/use-library.ts';
import { idsNear, type Span } from './ids-near.ts';
import { type Near, useFreshIds, useIds } from './use-ids.ts';
import type { Arrange } from './use-story-groups.ts';

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
  { view, sort }: Asked,
  isOn: boolean,
  drawn: Span,
  revision: number,
  arrange: Arrange,
): ViewList {
  const key = JSON.stringify([view, isOn, sort]);
  const isNewestFirst = isOn && (sort === null || sort.by === 'saved') && sort?.reversed !== true;
  const [early] = useState(() => (isNewestFirst ? takeFirstList(view) : null));
  const head = useLibrary(
    async () => {
      if (!isNewestFirst) return null;
      return { key, rows: (await listArticles(view, { limit: FIRST_ROWS })).articles };
    },
    [key],
    true,
    early === null ? undefined : { key, rows: early.rows },
  );
  const first = head.state === 'ready' && head.value?.key === key ? head.value.rows : null;
  const counted = useLibrary(() => countArticles(view), [view], true, early?.count);
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
  const readNow = read.state === 'ready' ? read.value : null;
  useEffect(() => setAround(readNow), [readNow]);

  return {
    ids,
    total: all?.length ?? Math.max(count, ids?.length ?? 0),
    rows: isOn ? [...(first ?? []), ...(readNow?.value.rows ?? [])] : [],
    isFailed: [head, counted].some(({ state }) => state === 'failed'),
  };
}
