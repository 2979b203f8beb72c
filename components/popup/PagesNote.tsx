import type { SavedPages } from '../../utils/library/types.ts';
import { describePages, hasAllPages } from '../library/describe-pages.ts';
import { useStrings } from '../ui/base/strings.ts';

/** An article on several pages: what of it is shown, under way, or here. Page numbers count from 1. */
export type PagesState =
  /** `problem`: why saving them failed, in words. */
  | { kind: 'unsaved'; page: number; total: number | null; problem?: string | null }
  | { kind: 'getting'; page: number; total: number | null }
  /** `problem`: why the page after the last did not come, in words, or null. */
  | { kind: 'saved'; pages: Omit<SavedPages, 'hashes'>; problem: string | null };

export interface PagesProps {
  state: PagesState;
  onGetAll: () => void;
}

/** Says that the article has more pages, and gets them: only when the user asks for it. */
export function PagesNote({ state, onGetAll }: PagesProps) {
  const strings = useStrings();
  const { t, count, number } = strings;
  if (state.kind === 'getting') {
    const { page, total } = state;
    return (
      <p class="note pages-note" role="status">
        {total === null
          ? t('pagesGettingOpen', number(page))
          : t('pagesGetting', number(page), number(total))}
      </p>
    );
  }
  if (state.kind === 'unsaved') {
    const { page, total } = state;
    return (
      <p class="note pages-note">
        {total === null ? t('pagesHereOpen', number(page)) : t('pagesHere', number(page), number(total))}{' '}
        <button type="button" class="text-button" onClick={onGetAll}>
          {total === null ? t('pagesSaveAllOpen') : count('pagesSaveAll', total)}
        </button>
        {state.problem && (
          <span class="note--bad" role="alert">
            {' '}
            {t('popupSaveFailed', state.problem)}
          </span>
        )}
      </p>
    );
  }
  const { pages, problem } = state;
  return (
    <p class="note pages-note" role={problem === null ? undefined : 'alert'}>
      {t('pagesSaved', describePages(strings, pages))}
      {problem !== null && <span class="note--bad"> {t('pagesProblem', number(pages.to + 1), problem)}</span>}
      {!hasAllPages(pages) && (
        <>
          {' '}
          <button type="button" class="text-button" onClick={onGetAll}>
            {t(problem === null ? 'pagesGetRest' : 'actionTryAgain')}
          </button>
        </>
      )}
    </p>
  );
}
