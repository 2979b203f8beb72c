import { useEffect, useState } from 'preact/hooks';
import { getArticles, getNextInView } from '../../utils/library/articles/articles.ts';
import {
  type LibraryLocation,
  parseLocation,
  type ReadingState,
} from '../../utils/library/lists/library-location.ts';
import { allSmartLists } from '../../utils/library/lists/smart-lists.ts';
import { listSortedIds } from '../../utils/library/lists/sort-articles.ts';
import type { ArticleRow, View } from '../../utils/library/types.ts';
import { planListQuery } from '../shared/plan-list-query.ts';
import { useLibrary } from '../shared/use-library.ts';

/** The library's place in the reader's address, such as `#archive`, or `''`. */
export function placeBefore(): string {
  const from = new URLSearchParams(location.search).get('from') ?? '';
  return from.startsWith('#') ? from : '';
}

const VIEW_OF: Record<ReadingState, View> = { unread: 'unread', started: 'started', finished: 'done' };

type ArticlesPlace = Extract<LibraryLocation, { screen: 'articles' }>;

/** A list that need not be read as a whole; null for a search or another order. */
function viewOf({ source, query, sort, reading }: ArticlesPlace): { view: View; within: View | null } | null {
  if (query.trim() !== '' || sort !== null || source.startsWith('smart:')) return null;
  return { view: source as View, within: reading === null ? null : VIEW_OF[reading] };
}

/** The articles of a search, of a smart list, or of a list in another order, as the library shows them. */
async function readOrder({ source, query, sort, reading }: ArticlesPlace): Promise<string[]> {
  const smart = (await allSmartLists()).find(({ id }) => source === `smart:${id}`) ?? null;
  const asked = planListQuery(source, query, sort, smart, reading);
  if (asked.query === '')
    return source.startsWith('smart:') ? [] : listSortedIds(asked.view, asked.sort ?? undefined);
  const { searchIds } = await import('../../utils/library/search/search.ts');
  const { view, sort: order, isExact } = asked;
  return searchIds(asked.query, { view, sort: order, isExact });
}

/** Number of following articles considered, since the first ones may have been deleted. */
const LOOKED_AT = 20;

/** The first existing article after another one. */
async function nextOf(ids: readonly string[], id: string): Promise<ArticleRow | null> {
  const at = ids.indexOf(id);
  const rows = await getArticles(ids.slice(at + 1, at + 1 + LOOKED_AT));
  return rows.find(({ deletedAt }) => deletedAt === null) ?? null;
}

/**
 * The next article in the list, search or smart list from which the open one was opened. The order is that of the moment of
 * opening: an article keeps its position even if reading, tagging or archiving removes it from the results.
 */
export function useNext(id: string | null): { title: string; href: string } | null {
  const from = placeBefore();
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const place = parseLocation(from);
  const isSearch = place.screen === 'articles' && viewOf(place) === null;
  useEffect(() => {
    if (id === null || place.screen !== 'articles' || !isSearch) return;
    readOrder(place)
      .then(setIds)
      .catch((error: unknown) => console.error('offprint: no next article', error));
  }, [id, from]);
  const live = useLibrary(async () => {
    if (id === null) return null;
    if (isSearch) return ids === null ? null : nextOf(ids, id);
    const list = place.screen === 'articles' ? viewOf(place) : null;
    return getNextInView(list?.view ?? 'inbox', id, list?.within ?? null);
  }, [id, from, ids]);
  const row = live ?? null;
  if (row === null) return null;
  return { title: row.title, href: `reader.html?${new URLSearchParams({ id: row.id, from })}` };
}
