import type { ArticleSource, ReadingState } from '../../utils/library/lists/library-location.ts';
import { NEWEST_FIRST } from '../../utils/library/lists/sort-articles.ts';
import type { View } from '../../utils/library/types.ts';
import type { SmartListRow, SortOrder } from '../../utils/library/user-types.ts';

/** Describes the contents of a list: a view, or a search in one. */
export interface ListQuery {
  view: View;
  /** `''` without a search. */
  query: string;
  sort: SortOrder | null;
  /** Whether to list only exact matches, as in a smart list. Otherwise a search also tolerates typing errors. */
  isExact: boolean;
}

/**
 * Combines a source of articles and a typed search into a query.
 *
 * @param smart the smart list, if the source is one
 * @param reading lists only articles in this reading state
 */
export function planListQuery(
  source: ArticleSource,
  typed: string,
  sort: SortOrder | null,
  smart: SmartListRow | null,
  reading: ReadingState | null = null,
): ListQuery {
  const listQuery = planForAllStates(source, typed, sort, smart);
  if (reading === null) return listQuery;
  const condition = `is:${reading}`;
  if (listQuery.query !== '') return { ...listQuery, query: `${condition} (${listQuery.query})` };
  // Sorted like a list, because there is no relevance to sort by.
  return { ...listQuery, query: condition, sort: sort ?? NEWEST_FIRST };
}

/** Like `planListQuery`, without the condition on the reading state. */
function planForAllStates(
  source: ArticleSource,
  typed: string,
  sort: SortOrder | null,
  smart: SmartListRow | null,
): ListQuery {
  if (source.startsWith('smart:')) {
    const query = smart === null ? '' : typed.trim() === '' ? smart.query : `(${smart.query}) ${typed}`;
    return { view: 'all', query, sort: sort ?? smart?.sort ?? null, isExact: true };
  }
  const isSearch = typed.trim() !== '';
  // From the inbox, a search covers the whole library; from any other source, that source.
  const view = isSearch && source === 'inbox' ? 'all' : (source as View);
  return { view, query: isSearch ? typed : '', sort, isExact: false };
}
