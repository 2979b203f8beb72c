import { nextInView } from '../../utils/library/articles/neighbours.ts';
import {
  type ArticleSource,
  type ReadingState,
  readPlaceFrom,
} from '../../utils/library/lists/library-place.ts';
import type { View } from '../../utils/library/types.ts';
import { useLibrary } from '../shared/use-library.ts';

/** The library's place in the address that the reader was opened with: `#archive`, or `''`. */
export function placeBefore(): string {
  const from = new URLSearchParams(location.search).get('from') ?? '';
  return from.startsWith('#') ? from : '';
}

const VIEW_OF: Record<ReadingState, View> = { unread: 'unread', started: 'started', finished: 'done' };

/** The list to go on with: the one the user came from, or the inbox where that was a search. */
function viewOf(from: string): View {
  const place = readPlaceFrom(from);
  if (place.screen !== 'articles' || place.query.trim() !== '' || place.sort !== null) return 'inbox';
  // Of the inbox each reading state is a view; elsewhere the whole list goes on.
  if (place.reading !== null && place.source === 'inbox') return VIEW_OF[place.reading];
  const isView = (source: ArticleSource): source is View => !source.startsWith('smart:');
  return isView(place.source) ? place.source : 'inbox';
}

/** The article after the open one in the list it was opened from. */
export function useNext(id: string | null): { title: string; href: string } | null {
  const from = placeBefore();
  const live = useLibrary(async () => (id === null ? null : nextInView(viewOf(from), id)), [id, from]);
  const row = live.state === 'ready' ? live.value : null;
  if (row === null) return null;
  return { title: row.title, href: `reader.html?${new URLSearchParams({ id: row.id, from })}` };
}
