import { useContext, useState } from 'preact/hooks';
import type { PagesProps } from '../../components/popup/PagesNote.tsx';
import { StringsContext } from '../../components/ui/base/strings.ts';
import type { ArticleRow } from '../../utils/library/types.ts';
import { sendToBackground } from '../../utils/messaging/send.ts';
import { usePagesState } from '../shared/saving/use-pages-state.ts';
import type { OpenDocument } from './open-document.ts';
import { openSaved } from './use-saved-actions.ts';

/**
 * The missing pages of the open article, and how to fetch them; null if it has only one.
 *
 * @param row the current row
 * @param reopen called when more pages have arrived than the open copy shows
 */
export function useReaderPages(
  document_: OpenDocument | null,
  row: ArticleRow | null,
  reopen: () => void,
): PagesProps | null {
  const strings = useContext(StringsContext);
  const { t } = strings;
  const [isGetting, setGetting] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const state = usePagesState(document_?.pages ?? null, row, isGetting, problem);
  if (document_ === null || state === null) return null;

  const getAll = (): void => {
    if (isGetting) return;
    const { tabId } = document_;
    setGetting(true);
    setProblem(null);
    (tabId === null
      ? sendToBackground('pages/get', { articleId: row?.id ?? '' })
      : sendToBackground('pages/save', { tabId })
    )
      .then((outcome) => {
        if (!outcome.ok) setProblem(outcome.message || t(`saveError_${outcome.code}`));
        else if (tabId !== null) openSaved(outcome, strings);
        else {
          setProblem(outcome.problem);
          reopen();
        }
      })
      .catch((error: unknown) => {
        console.error('offprint: pages not fetched', error);
        setProblem(t('saveError_failed'));
      })
      .finally(() => setGetting(false));
  };

  return { state, onDownloadAll: getAll };
}
