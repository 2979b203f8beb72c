import { useEffect, useRef } from 'preact/hooks';
import type { ArticleRow } from '../../utils/library/types.ts';
import { useDownloads } from '../shared/saving/use-downloads.ts';

/**
 * Downloads the text of the open article, if it has none yet.
 *
 * @param opened the row when the article was opened; null if it is not saved
 * @param current the current row
 * @param reopen called when the text has been downloaded
 * @returns null if the article has a text
 */
export function useDownload(opened: ArticleRow | null, current: ArticleRow | null, reopen: () => void) {
  const id = opened !== null && !opened.hasText ? opened.id : null;
  const downloads = useDownloads(id !== null);
  const isDownloaded = id !== null && current?.id === id && current.hasText;
  const latest = useRef(reopen);
  latest.current = reopen;
  useEffect(() => {
    if (isDownloaded) latest.current();
  }, [isDownloaded]);
  if (opened === null || id === null) return null;
  return { state: downloads.stateOf(id), start: (): void => downloads.start([id], opened.canonicalUrl) };
}
