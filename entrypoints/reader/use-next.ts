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

/** The list to go on with, or the inbox where that was a search, and the view of those of it that were shown. */
function listOf(from: string): { view: View; within: View | null } {
  const place = readPlaceFrom(from);
  const inbox = { view: 'inbox', within: null } as const;
  if (place.screen !== 'articles' || place.query.trim() !== '' || place.sort !== null) return inbox;
  const isView = (source: ArticleSource): source is View => !source.startsWith('smart:');
  if (!isView(place.source)) return inbox;
  return { view: place.source, within: place.reading === null ? null : VIEW_OF[place.reading] };
}

/** The article after the open one in the list it was opened from. */
export function useNext(id: string | null): { title: string; href: string } | null {
  const from = placeBefore();
  const live = useLibrary(async () => {
    const { view, within } = listOf(from);
    return id === null ? null : nextInView(view, id, within);
  }, [id, from]);
  const row = live.state === 'ready' ? live.value : null;
  if (row === null) return null;
  return { title: row.title, href: `reader.html?${new URLSearchParams({ id: row.id, from })}` };
}
