import { Panel } from '../../components/quotes/Panel.tsx';
import { browser } from '../../utils/platform/browser.ts';
import { openOwnPage, openReader } from '../../utils/platform/open-page.ts';
import { askForAccess } from '../../utils/platform/site-access.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { copyPicture, copyQuotes } from '../shared/quotes/copy-quote.ts';
import { jumpBack, jumpToQuote, markQuote } from '../shared/quotes/point-at-quote.ts';
import { useCorrection } from '../shared/quotes/use-correction.ts';
import { useElsewhere } from '../shared/quotes/use-elsewhere.ts';
import { shownArticle, useOnThisStory } from '../shared/quotes/use-on-this-story.ts';
import { useUnderlines } from '../shared/quotes/use-underlines.ts';
import { saveFile } from '../shared/save-file.ts';
import { useAfterSave } from '../shared/saving/use-after-save.ts';
import { showSaving, useSaving } from '../shared/saving/use-saving.ts';
import { addressesOf, changeSite, managedForPage } from '../shared/site-switches.ts';
import { useChangeLog } from '../shared/use-change-log.ts';
import { useManaged } from '../shared/use-managed.ts';
import { useWatchedPage } from '../shared/use-page.ts';
import { useSettings } from '../shared/use-settings.ts';
import { useTreatAsArticle } from '../shared/use-treat-as-article.ts';
import { useUndo } from '../shared/use-undo.ts';
import { useSummary } from './use-summary.ts';

const NO_QUOTES: readonly Quote[] = [];

/** The side panel, about the active tab or the one in `?tab=`. */
export function App() {
  const { page: known, shown: page, refresh } = useWatchedPage(true);
  const [settings] = useSettings();
  useUnderlines(known, settings);
  useChangeLog();
  const saving = useSaving(known);
  const treating = useTreatAsArticle(page, refresh);
  const undo = useUndo();
  const correct = useCorrection(page, saving, undo);
  const { tab } = page;
  const url = tab?.url ?? '';
  const addresses = addressesOf(page);
  const here = managedForPage(useManaged(), addresses);
  const run = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => console.error('offprint:', error));
  };

  const goTo = (start: number, end: number): void => {
    if (page.kind !== 'article') return;
    void jumpToQuote(tab, { start, end, text: page.article.text.slice(start, end) });
  };
  const summary = useSummary(page.kind === 'article' && settings?.summaries ? page.article : null, goTo);

  const { state } = saving;
  const isReachable = state.kind === 'changed' || (state.kind === 'saved' && state.isUnreachable !== true);
  const savedId = isReachable ? state.articleId : null;
  const read = (): void => {
    if (savedId !== null) run(openReader(savedId));
    else if (tab !== null)
      run(browser.tabs.create({ url: browser.runtime.getURL(`/reader.html?tab=${tab.id}`) }));
  };
  const isNew = state.kind === 'saved' && state.isJustSaved === true;
  const fresh = isNew || saving.former !== null ? { settle: saving.settle, former: saving.former } : null;
  // Only the last action can be undone at a time.
  const afterSave = useAfterSave(savedId, undo, fresh && { ...fresh, hasButton: undo.undo === null }, read);

  const quotes = page.kind === 'article' ? page.article.quotes : NO_QUOTES;
  const whole = page.kind === 'article' && page.pendingQuotations === null ? page.article : null;
  const story = useOnThisStory(
    whole && shownArticle(whole, quotes),
    `${whole?.url} ${quotes.length} ${savedId}`,
  );
  const occurrences = useElsewhere(saving.savedId, saving.isWaiting ? NO_QUOTES : quotes);
  return (
    <Panel
      page={showSaving(page, state)}
      treatError={treating.message}
      managed={here}
      summary={summary}
      occurrences={occurrences}
      story={story && { ...story, onOpen: (href) => run(openOwnPage(href)) }}
      onGoTo={goTo}
      onJump={(index) => jumpToQuote(tab, quotes[index])}
      onJumpBack={() => tab !== null && run(jumpBack(tab))}
      onMark={(index) => markQuote(tab, index === null ? null : quotes[index])}
      onCopyPicture={copyPicture}
      onSavePicture={saveFile}
      saveProps={
        saving.isWaiting
          ? null
          : {
              state,
              afterSave,
              onSave: saving.save,
              onDontSave: saving.dismiss,
              onRead: read,
            }
      }
      undo={undo.undo === null ? null : { ...undo.undo, onDismiss: undo.dismiss }}
      onCorrect={correct}
      onCopy={(indices, format) =>
        page.kind === 'article'
          ? copyQuotes(
              indices.flatMap((index) => quotes[index] ?? []),
              page.article,
              format,
            )
          : Promise.resolve(false)
      }
      onTreatAsArticle={() =>
        (here.treatAs === undefined && treating.override ? treating.override : treating.treat)(
          'page',
          'article',
        )
      }
      onUndoTreatAsArticle={treating.override && (() => treating.override?.('site', null))}
      onTurnSiteOn={() =>
        here.off === true
          ? treating.treat()
          : run(changeSite(page.kind === 'siteOff' ? page.addresses : [], 'off', false).then(treating.treat))
      }
      onAllow={() => url !== '' && run(askForAccess(url).then(refresh))}
    />
  );
}
