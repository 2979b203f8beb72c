import { useEffect, useRef } from 'preact/hooks';
import type { ArticleRow } from '../../utils/library/types.ts';
import { useDownloads } from '../shared/saving/use-downloads.ts';

/**
 * Downloads the open article, of which only the address is saved.
 *
 * @param opened the row when it was opened; null if it has a text or is not saved
 * @param now the current row
 * @param reopen called once the text is there
 */
export function useDownload(opened: ArticleRow | null, now: ArticleRow | null, reopen: () => void) {
  const id = opened !== null && !opened.hasText ? opened.id : null;
  const downloads = useDownloads(id !== null);
  const isHere = id !== null && now?.id === id && now.hasText;
  const latest = useRef(reopen);
  latest.current = reopen;
  useEffect(() => {
    if (isHere) latest.current();
  }, [isHere]);
  if (opened === null || id === null) return null;
  return { state: downloads.stateOf(id), start: (): void => downloads.start([id], opened.canonicalUrl) };
}
