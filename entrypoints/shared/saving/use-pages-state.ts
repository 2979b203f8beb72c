import { useState } from 'preact/hooks';
import type { PagesState } from '../../../components/popup/PagesNote.tsx';
import type { ArticlePages } from '../../../utils/article/types.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import type { Events } from '../../../utils/messaging/protocol.ts';
import { listen } from '../../../utils/messaging/receive.ts';
import { useAbortableEffect } from '../use-abortable-effect.ts';

/**
 * The state of the pages of an article; null if it has only one.
 *
 * @param position the position of the page that is open in a tab, if any
 * @param row the saved article, if any
 * @param isFetching whether the other pages are being fetched
 * @param error why fetching failed, as a sentence
 */
export function usePagesState(
  position: ArticlePages | null,
  row: ArticleRow | null,
  isFetching: boolean,
  error: string | null,
): PagesState | null {
  const [progress, setProgress] = useState<Events['pages/progress'] | null>(null);
  useAbortableEffect((signal) => listen('pages/progress', setProgress, signal));
  const saved = row?.pages;
  if (position === null && saved === undefined) return null;
  if (isFetching) {
    const isThisArticle = progress !== null && (row === null || progress.articleId === row.id);
    const next = { page: (saved?.to ?? 1) + 1, total: saved?.total ?? position?.total ?? null };
    const { page, total } = isThisArticle ? progress : next;
    return { kind: 'downloading', page, total };
  }
  if (saved !== undefined) return { kind: 'saved', pages: saved, error };
  return { kind: 'unsaved', page: position?.page ?? 1, total: position?.total ?? null, error };
}
