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
export function locationHashInUrl(): string {
  const from = new URLSearchParams(location.search).get('from') ?? '';
  return from.startsWith('#') ? from : '';
}

const VIEW_BY_READING_STATE: Record<ReadingState, View> = {
  unread: 'unread',
  started: 'started',
  finished: 'done',
};

type ArticlesPlace = Extract<LibraryLocation, { screen: 'articles' }>;

/** The view of a list whose next article can be found without reading the whole list; otherwise null. */
function toView({ source, query, sort, reading }: ArticlesPlace): { view: View; within: View | null } | null {
  if (query.trim() !== '' || sort !== null || source.startsWith('smart:')) return null;
  return { view: source as View, within: reading === null ? null : VIEW_BY_READING_STATE[reading] };
}

/** Reads the ids of a search, a smart list, or a list in another order, sorted as in the library. */
async function loadIds({ source, query, sort, reading }: ArticlesPlace): Promise<string[]> {
  const smart = (await allSmartLists()).find(({ id }) => source === `smart:${id}`) ?? null;
  const listQuery = planListQuery(source, query, sort, smart, reading);
  if (listQuery.query === '')
    return source.startsWith('smart:') ? [] : listSortedIds(listQuery.view, listQuery.sort ?? undefined);
  const { searchIds } = await import('../../utils/library/search/search.ts');
  const { view, sort: sortOrder, isExact } = listQuery;
  return searchIds(listQuery.query, { view, sort: sortOrder, isExact });
}

/** Number of following articles considered, because some may have been deleted. */
const MAX_CANDIDATES = 20;

/** Finds the first article after another one that still exists. */
async function findNext(ids: readonly string[], id: string): Promise<ArticleRow | null> {
  const index = ids.indexOf(id);
  const rows = await getArticles(ids.slice(index + 1, index + 1 + MAX_CANDIDATES));
  return rows.find(({ deletedAt }) => deletedAt === null) ?? null;
}

/**
 * The next article in the list, search or smart list from which the current one was opened. Searches and smart lists keep the
 * order of that moment, even if reading, tagging or archiving removes the article from the results.
 */
export function useNextArticle(id: string | null): { title: string; href: string } | null {
  const from = locationHashInUrl();
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const place = parseLocation(from);
  const isSearch = place.screen === 'articles' && toView(place) === null;
  useEffect(() => {
    if (id === null || place.screen !== 'articles' || !isSearch) return;
    loadIds(place)
      .then(setIds)
      .catch((error: unknown) => console.error('offprint: no next article', error));
  }, [id, from]);
  const live = useLibrary(async () => {
    if (id === null) return null;
    if (isSearch) return ids === null ? null : findNext(ids, id);
    const list = place.screen === 'articles' ? toView(place) : null;
    return getNextInView(list?.view ?? 'inbox', id, list?.within ?? null);
  }, [id, from, ids]);
  const row = live ?? null;
  if (row === null) return null;
  return { title: row.title, href: `reader.html?${new URLSearchParams({ id: row.id, from })}` };
}
