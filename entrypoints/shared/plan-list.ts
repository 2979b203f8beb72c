import type { ArticleSource, ReadingState } from '../../utils/library/lists/library-place.ts';
import { NEWEST_FIRST } from '../../utils/library/lists/sort-articles.ts';
import type { View } from '../../utils/library/types.ts';
import type { SmartListRow, SortOrder } from '../../utils/library/user-types.ts';

/** What is asked: a view as it is, or a search within one. */
export interface Asked {
  view: View;
  /** `''` where nothing is searched for. */
  query: string;
  sort: SortOrder | null;
  /** A smart list holds what answers its search, and no likenesses: nobody typed it just now, to see what comes. */
  isExact: boolean;
}

/** What a place of the library and the search typed there ask for. */
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
  // Still a list, in the order of one.
  return { ...asked, query: test, sort: sort ?? NEWEST_FIRST };
}

/** However far it was read. */
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
  // From the inbox, everything is searched; from anywhere else, what is there.
  const view = isSearch && source === 'inbox' ? 'all' : (source as View);
  return { view, query: isSearch ? typed : '', sort, isExact: false };
}
