import { requestAccess } from '../../utils/platform/site-access.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { useCorrection } from './quotes/use-correction.ts';
import { useElsewhere } from './quotes/use-elsewhere.ts';
import { shownArticle, useOnThisStory } from './quotes/use-on-this-story.ts';
import { useUnderlines } from './quotes/use-underlines.ts';
import type { FreshSave } from './saving/use-after-save.ts';
import { useSaving } from './saving/use-saving.ts';
import { addressesOf, changeSite, managedForPage } from './site-switches.ts';
import { useChangeLog } from './use-change-log.ts';
import { useManaged } from './use-managed.ts';
import { useWatchedPage } from './use-page.ts';
import { useSettings } from './use-settings.ts';
import { useTreatAsArticle } from './use-treat-as-article.ts';
import { useUndo } from './use-undo.ts';

const NO_QUOTES: readonly Quote[] = [];

/**
 * What popup and side panel know of the article in a tab, and what can be done with it in both.
 *
 * @param follows whether to follow the user to other tabs
 */
export function useTabArticle(follows: boolean) {
  const { page: known, shown: page, refresh } = useWatchedPage(follows);
  const [settings, changeSettings] = useSettings();
  useUnderlines(known, settings);
  useChangeLog();
  // Runs while the quotes are being found.
  const saving = useSaving(known);
  const managed = useManaged();
  const undo = useUndo();
  const onCorrect = useCorrection(page, saving, undo);
  const treating = useTreatAsArticle(page, refresh);
  const addresses = addressesOf(page);
  const here = managedForPage(managed, addresses);

  const { state, former, settle } = saving;
  const isReachable = state.kind === 'changed' || (state.kind === 'saved' && state.isUnreachable !== true);
  const savedId = isReachable ? state.articleId : null;
  const isNew = state.kind === 'saved' && state.isJustSaved === true;
  const fresh: FreshSave | null = isNew || former !== null ? { settle, former } : null;

  const quotes = page.kind === 'article' ? page.article.quotes : NO_QUOTES;
  const whole = page.kind === 'article' && page.pendingQuotations === null ? page.article : null;
  const occurrences = useElsewhere(saving.savedId, saving.isWaiting ? NO_QUOTES : quotes);
  const story = useOnThisStory(
    whole && shownArticle(whole, quotes),
    `${whole?.url} ${quotes.length} ${savedId}`,
  );
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint:', error));
  };
  return {
    ...{ known, page, refresh, settings, changeSettings, managed, addresses, here, undo, saving, savedId },
    ...{ fresh, quotes, story },
    onOverride: treating.override,
    treat: treating.treat,
    /** What popup and panel take alike. */
    common: {
      managed: here,
      treatError: treating.message,
      undo: undo.undo && { ...undo.undo, onDismiss: undo.dismiss },
      occurrences,
      onCorrect,
      onTreatAsArticle: (): void =>
        (here.treatAs === undefined && treating.override ? treating.override : treating.treat)(
          'page',
          'article',
        ),
      onTurnSiteOn: (): void =>
        here.off === true
          ? treating.treat()
          : run(changeSite(page.kind === 'siteOff' ? page.addresses : [], 'off', false).then(treating.treat)),
      onAllow: (): void => {
        const url = page.tab?.url ?? '';
        if (url !== '') run(requestAccess(url).then(refresh));
      },
    },
  };
}
