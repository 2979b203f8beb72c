import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { PagesProps } from '../../../components/popup/PagesNote.tsx';
import { useAnnounce } from '../../../components/ui/announcer.tsx';
import { StringsContext } from '../../../components/ui/base/strings.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import type { PagesOutcome, SaveFailure } from '../../../utils/messaging/protocol.ts';
import { sendToBackground } from '../../../utils/messaging/send.ts';
import type { PageInTab } from '../read-page-state.ts';
import { usePagesState } from './use-pages-state.ts';

export type SavedPages = Extract<PagesOutcome, { ok: true }>;

/**
 * The other pages of the article in a tab, and how to save them all; null if it has only one.
 *
 * @param row the saved article
 * @param onSaved called when pages were saved
 * @param onFailure called if nothing was saved or the user has to confirm first
 */
export function usePages(
  page: PageInTab,
  row: ArticleRow | null,
  onSaved: (outcome: SavedPages) => void,
  onFailure: (failure: SaveFailure) => void,
): { pages: PagesProps | null; saveAll: (confirmPrivate: boolean) => void } {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  /** Address of the open page for which the other pages are being fetched. */
  const [fetchingUrl, setFetchingUrl] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const position = page.kind === 'article' ? page.pages : null;
  const url = page.kind === 'article' ? page.url : '';
  useEffect(() => setError(null), [url]);
  const isFetching = fetchingUrl !== null && fetchingUrl === url;
  /** The current address, because the user may have switched tabs when the answer arrives. */
  const currentUrl = useRef(url);
  currentUrl.current = url;

  const saveAll = (confirmPrivate: boolean): void => {
    if (page.kind !== 'article' || isFetching) return;
    setFetchingUrl(url);
    setError(null);
    sendToBackground('pages/save', { tabId: page.tab.id, confirmPrivate })
      .then((outcome) => {
        if (currentUrl.current !== url) return;
        if (!outcome.ok) {
          onFailure(outcome);
          return;
        }
        onSaved(outcome);
        if (outcome.problem === null) announce(t('popupSavedAnnounce'));
        else setError(outcome.problem);
      })
      .catch((error: unknown) => {
        console.error('offprint: pages not saved', error);
        if (currentUrl.current === url)
          onFailure({ ok: false, code: 'failed', message: t('saveError_failed') });
      })
      .finally(() => setFetchingUrl((current) => (current === url ? null : current)));
  };

  const state = usePagesState(position, row, isFetching, error);
  return { pages: state && { state, onDownloadAll: () => saveAll(false) }, saveAll };
}
