import { requestAccess } from '../../utils/platform/site-access.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { useCorrection } from './quotes/use-correction.ts';
import { toShownArticle, useOnThisStory } from './quotes/use-on-this-story.ts';
import { useUnderlines } from './quotes/use-underlines.ts';
import type { UndoableSave } from './saving/use-after-save.ts';
import { useSaving } from './saving/use-saving.ts';
import { addressesOfPage, changeSite } from './site-switches.ts';
import { useChangeLog } from './use-change-log.ts';
import { useSettings } from './use-settings.ts';
import { useTreatAsArticle } from './use-treat-as-article.ts';
import { useUndo } from './use-undo.ts';
import { useWatchedPage } from './use-watched-page.ts';

const NO_QUOTES: readonly Quote[] = [];

/**
 * State and actions that the popup and the side panel share, about the article in a tab.
 *
 * @param follows whether to change to another tab when the user does
 */
export function useTabArticle(follows: boolean) {
  const { page: known, shown: page, refresh } = useWatchedPage(follows);
  const [settings, changeSettings] = useSettings();
  useUnderlines(known, settings);
  useChangeLog();
  // Uses the current state rather than the shown one, so that it does not wait for the quotes.
  const saving = useSaving(known);
  const undo = useUndo();
  const onCorrect = useCorrection(page, saving, undo);
  const articleOverride = useTreatAsArticle(page, refresh);
  const addresses = addressesOfPage(page);

  const { state, former, settle } = saving;
  const isReachable = state.kind === 'changed' || (state.kind === 'saved' && state.isUnreachable !== true);
  const savedId = isReachable ? state.articleId : null;
  const isNewlySaved = state.kind === 'saved' && state.isJustSaved === true;
  const fresh: UndoableSave | null = isNewlySaved || former !== null ? { settle, former } : null;

  const quotes = page.kind === 'article' ? page.article.quotes : NO_QUOTES;
  const completeArticle = page.kind === 'article' && page.pendingQuotations === null ? page.article : null;
  const story = useOnThisStory(
    completeArticle && toShownArticle(completeArticle, quotes),
    `${completeArticle?.url} ${quotes.length} ${savedId}`,
  );
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint:', error));
  };
  return {
    ...{ known, page, refresh, settings, changeSettings, addresses, undo, saving, savedId },
    ...{ fresh, quotes, story },
    onOverride: articleOverride.override,
    treat: articleOverride.treat,
    /** Props that both components have. */
    common: {
      treatError: articleOverride.message,
      undo: undo.undo && { ...undo.undo, onDismiss: undo.dismiss },
      onCorrect,
      onTreatAsArticle: (): void => (articleOverride.override ?? articleOverride.treat)('page', 'article'),
      onTurnSiteOn: (): void =>
        run(
          changeSite(page.kind === 'siteOff' ? page.addresses : [], 'off', false).then(articleOverride.treat),
        ),
      onAllow: (): void => {
        const url = page.tab?.url ?? '';
        if (url !== '') run(requestAccess(url).then(refresh));
      },
    },
  };
}
