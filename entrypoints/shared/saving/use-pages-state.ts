import { useState } from 'preact/hooks';
import type { PagesState } from '../../../components/popup/PagesNote.tsx';
import type { ArticlePages } from '../../../utils/article/types.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import type { Events } from '../../../utils/messaging/protocol.ts';
import { listen } from '../../../utils/messaging/receive.ts';
import { useLife } from '../use-life.ts';

/**
 * What is known of the pages of an article; null if it has only one.
 *
 * @param here the page's position, if it is open in a tab
 * @param row the saved article
 * @param isGetting whether its pages are being fetched
 */
export function usePagesState(
  here: ArticlePages | null,
  row: ArticleRow | null,
  isGetting: boolean,
  error: string | null,
): PagesState | null {
  const [progress, setProgress] = useState<Events['pages/progress'] | null>(null);
  useLife((signal) => listen('pages/progress', setProgress, signal));
  const saved = row?.pages;
  if (here === null && saved === undefined) return null;
  if (isGetting) {
    const isOurs = progress !== null && (row === null || progress.articleId === row.id);
    const next = { page: (saved?.to ?? 1) + 1, total: saved?.total ?? here?.total ?? null };
    const { page, total } = isOurs ? progress : next;
    return { kind: 'downloading', page, total };
  }
  if (saved !== undefined) return { kind: 'saved', pages: saved, error };
  return { kind: 'unsaved', page: here?.page ?? 1, total: here?.total ?? null, error };
}
