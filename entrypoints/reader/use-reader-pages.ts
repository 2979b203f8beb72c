import { useContext, useState } from 'preact/hooks';
import type { PagesProps } from '../../components/popup/PagesNote.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { usePagesState } from '../shared/saving/use-pages-state.ts';
import type { OpenDocument } from './open-document.ts';
import { openSavedCopy } from './use-saved-actions.ts';

/**
 * The state of the open article's other pages, and how to fetch them; null if it has only one page.
 *
 * @param row the current row
 * @param reopen called when more pages have been saved
 */
export function useReaderPages(
  document_: OpenDocument | null,
  row: ArticleRow | null,
  reopen: () => void,
): PagesProps | null {
  const strings = useContext(StringsContext);
  const { t } = strings;
  const [isFetching, setFetching] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const state = usePagesState(document_?.pages ?? null, row, isFetching, error);
  if (document_ === null || state === null) return null;

  const fetchAll = (): void => {
    if (isFetching) return;
    const { tabId } = document_;
    setFetching(true);
    setError(null);
    (tabId === null
      ? sendToBackground('pages/get', { articleId: row?.id ?? '' })
      : sendToBackground('pages/save', { tabId })
    )
      .then((outcome) => {
        if (!outcome.ok) setError(outcome.message || t(`saveError_${outcome.code}`));
        else if (tabId !== null) openSavedCopy(outcome, strings);
        else {
          setError(outcome.problem);
          reopen();
        }
      })
      .catch((error: unknown) => {
        console.error('offprint: pages not fetched', error);
        setError(t('saveError_failed'));
      })
      .finally(() => setFetching(false));
  };

  return { state, onDownloadAll: fetchAll };
}
