import type { SavedPages } from '../../utils/library/types.ts';
import { TextButton } from '../ui/Button.tsx';
import { describePages, hasAllPages } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';

/** Which pages of a paginated article are saved. Page numbers start at 1; `total` is null if unknown. */
export type PagesState =
  /** `error`: why saving the pages failed, as a sentence. */
  | { kind: 'unsaved'; page: number; total: number | null; error?: string | null }
  | { kind: 'downloading'; page: number; total: number | null }
  /** `error`: why the next page could not be loaded, as a sentence, or null. */
  | { kind: 'saved'; pages: Omit<SavedPages, 'hashes'>; error: string | null };

export interface PagesProps {
  state: PagesState;
  onDownloadAll: () => void;
}

/** A note that the article has more pages, with a button for downloading and saving them. */
export function PagesNote({ state, onDownloadAll }: PagesProps) {
  const strings = useStrings();
  const { t, count, formatNumber } = strings;
  if (state.kind === 'downloading') {
    const { page, total } = state;
    return (
      <p class="note pages-note" role="status">
        {total === null
          ? t('pagesGettingOpen', formatNumber(page))
          : t('pagesGetting', formatNumber(page), formatNumber(total))}
      </p>
    );
  }
  if (state.kind === 'unsaved') {
    const { page, total } = state;
    return (
      <p class="note pages-note">
        {total === null
          ? t('pagesHereOpen', formatNumber(page))
          : t('pagesHere', formatNumber(page), formatNumber(total))}{' '}
        <TextButton onClick={onDownloadAll}>
          {total === null ? t('pagesSaveAllOpen') : count('pagesSaveAll', total)}
        </TextButton>
        {state.error && (
          <span class="note--bad" role="alert">
            {' '}
            {t('popupSaveFailed', state.error)}
          </span>
        )}
      </p>
    );
  }
  const { pages, error } = state;
  return (
    <p class="note pages-note" role={error === null ? undefined : 'alert'}>
      {t('pagesSaved', describePages(strings, pages))}
      {error !== null && (
        <span class="note--bad"> {t('pagesProblem', formatNumber(pages.to + 1), error)}</span>
      )}
      {!hasAllPages(pages) && (
        <>
          {' '}
          <TextButton onClick={onDownloadAll}>
            {t(error === null ? 'pagesGetRest' : 'actionTryAgain')}
          </TextButton>
        </>
      )}
    </p>
  );
}
