import type { ArticleSource, ReadingState } from '../../utils/library/lists/library-location.ts';
import { NEWEST_FIRST } from '../../utils/library/lists/sort-articles.ts';
import type { View } from '../../utils/library/types.ts';
import type { SmartListRow, SortOrder } from '../../utils/library/user-types.ts';

/** What a list shows: a view, or a search within one. */
export interface Asked {
  view: View;
  /** `''` without a search. */
  query: string;
  sort: SortOrder | null;
  /** Whether only exact matches are listed, as in a smart list, where nobody is exploring while typing. */
  isExact: boolean;
}

/** Combines a place of the library and a typed search into a query. */
export function planList(
  source: ArticleSource,
  typed: string,
  sort: SortOrder | null,
  smart: SmartListRow | null,
  reading: ReadingState | null = null,
): Asked {
  const asked = planAll(source, typed, sort, smart);
  if (reading === null) return asked;
  const test = `is:${reading}`;
  if (asked.query !== '') return { ...asked, query: `${test} (${asked.query})` };
  // Sorted like a list, not by relevance.
  return { ...asked, query: test, sort: sort ?? NEWEST_FIRST };
}

/** The same for all reading states. */
function planAll(
  source: ArticleSource,
  typed: string,
  sort: SortOrder | null,
  smart: SmartListRow | null,
): Asked {
  if (source.startsWith('smart:')) {
    const query = smart === null ? '' : typed.trim() === '' ? smart.query : `(${smart.query}) ${typed}`;
    return { view: 'all', query, sort: sort ?? smart?.sort ?? null, isExact: true };
  }
  const isSearch = typed.trim() !== '';
  // A search from the inbox covers everything; from any other place, that place.
  const view = isSearch && source === 'inbox' ? 'all' : (source as View);
  return { view, query: isSearch ? typed : '', sort, isExact: false };
}
