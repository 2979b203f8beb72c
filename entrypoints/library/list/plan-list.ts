import type { ArticleSource, ReadingState } from '../../../utils/library/lists/library-place.ts';
import { NEWEST_FIRST } from '../../../utils/library/lists/sort-articles.ts';
import type { View } from '../../../utils/library/types.ts';
import type { SmartListRow, SortOrder } from '../../../utils/library/user-types.ts';

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

/** Rows of a list that are drawn: from the first to the one after the last. */
export interface Span {
  from: number;
  to: number;
}

/** Rows read beyond what is drawn, and how many are asked for more at a time: not anew for every few that come. */
const AHEAD = 24;
const BLOCK = 32;

/** The ids whose rows are read while these are drawn. */
export function idsNear(ids: readonly string[] | null, { from, to }: Span): readonly string[] {
  if (ids === null) return [];
  const first = Math.max(0, Math.floor((from - AHEAD) / BLOCK) * BLOCK);
  return ids.slice(first, Math.ceil((to + AHEAD) / BLOCK) * BLOCK);
}
