import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { PagesProps } from '../../../components/popup/PagesNote.tsx';
import { useAnnounce } from '../../../components/ui/announcer.tsx';
import { StringsContext } from '../../../components/ui/base/strings.ts';
import type { ArticleRow } from '../../../utils/library/types.ts';
import type { PagesOutcome, SaveFailure } from '../../../utils/messaging/protocol.ts';
import { sendToBackground } from '../../../utils/messaging/send.ts';
import type { PageInTab } from '../ask-page.ts';
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
): { pages: PagesProps | null; getAll: (confirmPrivate: boolean) => void } {
  const { t } = useContext(StringsContext);
  const announce = useAnnounce();
  /** Address of the page whose other pages are being fetched. */
  const [getting, setGetting] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const here = page.kind === 'article' ? page.pages : null;
  const url = page.kind === 'article' ? page.url : '';
  useEffect(() => setProblem(null), [url]);
  const isGetting = getting !== null && getting === url;
  /** The address shown now: the user may have switched tabs when the answer arrives. */
  const shown = useRef(url);
  shown.current = url;

  const getAll = (confirmPrivate: boolean): void => {
    if (page.kind !== 'article' || isGetting) return;
    setGetting(url);
    setProblem(null);
    sendToBackground('pages/save', { tabId: page.tab.id, confirmPrivate })
      .then((outcome) => {
        if (shown.current !== url) return;
        if (!outcome.ok) {
          onFailure(outcome);
          return;
        }
        onSaved(outcome);
        if (outcome.problem === null) announce(t('popupSavedAnnounce'));
        else setProblem(outcome.problem);
      })
      .catch((error: unknown) => {
        console.error('offprint: pages not saved', error);
        if (shown.current === url) onFailure({ ok: false, code: 'failed', message: t('saveError_failed') });
      })
      .finally(() => setGetting((now) => (now === url ? null : now)));
  };

  const state = usePagesState(here, row, isGetting, problem);
  return { pages: state && { state, onDownloadAll: () => getAll(false) }, getAll };
}
