import { useContext, useEffect, useRef } from 'preact/hooks';
import { useAnnounce } from '../../components/ui/announcer.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import { readDownloads } from '../../utils/library/jobs/downloads.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import { explainError } from '../shared/explain-error.ts';
import { downloadTexts } from '../shared/saving/download-texts.ts';
import { useLibrary } from '../shared/use-library.ts';

/**
 * Downloads the open article, of which only the address is saved.
 *
 * @param opened the row when it was opened; null if it has a text or is not saved
 * @param now the current row
 * @param reopen called once the text is there
 */
export function useDownload(opened: ArticleRow | null, now: ArticleRow | null, reopen: () => void) {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  const id = opened !== null && !opened.hasText ? opened.id : null;
  const live = useLibrary(() => (id === null ? Promise.resolve(null) : readDownloads()), [id], true);
  const downloads = live.state === 'ready' ? live.value : null;
  const isHere = id !== null && now?.id === id && now.hasText;
  const latest = useRef(reopen);
  latest.current = reopen;
  useEffect(() => {
    if (isHere) latest.current();
  }, [isHere]);
  if (opened === null || id === null) return null;
  return {
    state: downloads?.waiting.has(id) ? 'waiting' : (downloads?.failed.get(id) ?? null),
    start: (): void => {
      downloadTexts([id], opened.canonicalUrl).catch((error: unknown) => {
        console.error('offprint: not downloaded', error);
        announce(explainError(error, t));
      });
    },
  };
}
