import { useMemo, useRef } from 'preact/hooks';
import { Popup } from '../../components/popup/Popup.tsx';
import { useElapsedThreshold } from '../../components/ui/hooks/use-elapsed-threshold.ts';
import { formatSource } from '../../components/ui/SourceName.tsx';
import { peekRecent, watchPeekQuery } from '../../utils/library/schema/peek.ts';
import { sendToTab } from '../../utils/messaging/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { openLibrary, openOwnPage, openReader } from '../../utils/platform/open-page.ts';
import { openPanelOfTab } from '../../utils/platform/open-panel.ts';
import { isPhone } from '../../utils/platform/phone.ts';
import { cutLine } from '../../utils/text/clean-line.ts';
import { LINE_LIMITS } from '../../utils/text/limits.ts';
import { openPdfPage } from '../shared/pdf/open-pdf-page.ts';
import { copyQuote } from '../shared/quotes/copy-quote.ts';
import { jumpToQuote, markQuote } from '../shared/quotes/jump-to-quote.ts';
import { useAfterSave } from '../shared/saving/use-after-save.ts';
import { showSaving } from '../shared/saving/use-saving.ts';
import { changeSite } from '../shared/site-switches.ts';
import { useLiveQuery } from '../shared/use-live-query.ts';
import { useTabArticle } from '../shared/use-tab-article.ts';
import { createEnableSiteAction } from './enable-site-action.ts';
import { offerPdf } from './offer-pdf.ts';
import { useEditDetails } from './use-edit-details.tsx';
import { useHiddenItems } from './use-hidden-items.ts';
import { useSaveWindow } from './use-save-window.ts';

/** Number of recent saves listed if the page is not an article. */
const MAX_RECENT = 5;

/** Maximum time the first frame waits for its content, so that the popup does not stay empty if the library is blocked. */
const FIRST_FRAME_THRESHOLDS_MS = [400];

/** The toolbar popup for the active tab or the one in `?tab=`. */
export function App() {
  const tabArticle = useTabArticle(false);
  const { known, page, refresh, settings, changeSettings, addresses, undo } = tabArticle;
  const { saving, savedId, fresh, quotes, story, onOverride, treat, common } = tabArticle;
  const hidden = useHiddenItems(page, settings, changeSettings, undo.act);
  const saveWindow = useSaveWindow(known.tab, undo.offer);
  const enableSite = createEnableSiteAction(page.tab?.url ?? '', settings);
  const saved = useLiveQuery(watchPeekQuery, () => peekRecent(MAX_RECENT), [], false);
  const recent = useMemo(
    () =>
      saved.state !== 'ready'
        ? []
        : saved.value.map(({ id, title, siteName, host, savedAt }) => ({
            id,
            title: cutLine(title, LINE_LIMITS.title),
            savedAt,
            source: formatSource(siteName, host),
          })),
    [saved],
  );

  const run = (work: Promise<unknown>, thenClose = false): void => {
    work.then(() => thenClose && window.close()).catch((error: unknown) => console.error('offprint:', error));
  };

  // Nothing is rendered until the first answers arrive, which takes a few milliseconds, to avoid flicker and layout shifts.
  const { state } = saving;
  const afterSave = useAfterSave(
    savedId,
    undo,
    fresh,
    () => savedId !== null && run(openReader(savedId), true),
  );
  const editing = useEditDetails(
    page.kind === 'article' ? page.article : null,
    savedId,
    (details) => saving.save(false, details),
    undo.act,
  );
  const isWaiting =
    saving.isWaiting || settings === null || saveWindow === undefined || saved.state === 'waiting';
  const hasRendered = useRef(false);
  const isReady = page.kind !== 'loading' && !isWaiting;
  const waitedMs = useElapsedThreshold(
    isReady || hasRendered.current ? null : 'first frame',
    FIRST_FRAME_THRESHOLDS_MS,
  );
  hasRendered.current ||= isReady || waitedMs > 0;
  if (!hasRendered.current) return null;
  const { tab } = page;
  const url = tab?.url ?? '';
  const shown = showSaving(
    page.kind === 'article' ? { ...page, hidden: hidden.items } : offerPdf(page),
    state,
  );
  const read = (): void => {
    if (savedId !== null) run(openReader(savedId), true);
    else if (tab !== null) {
      run(browser.tabs.create({ url: browser.runtime.getURL(`/reader.html?tab=${tab.id}`) }), true);
    }
  };

  if (editing.screen !== null) return editing.screen;
  return (
    <Popup
      {...common}
      page={shown}
      kinds={hidden.kinds}
      save={saving.state}
      recent={recent}
      pages={saving.pages}
      onEditDetails={editing.open}
      saveWindow={saveWindow ?? null}
      onEnableSite={enableSite}
      afterSave={afterSave}
      story={story && { ...story, onOpen: (href) => run(openOwnPage(href), true) }}
      onSave={saving.save}
      onCancelSave={saving.dismiss}
      onRead={read}
      onAllQuotes={() => tab !== null && run(openPanelOfTab(tab), true)}
      onJump={async (index) => {
        const found = await jumpToQuote(tab, quotes[index]);
        // On phones, the popup covers the page.
        if (found && isPhone()) window.close();
        return found;
      }}
      onMark={(index) => markQuote(tab, index === null ? null : quotes[index])}
      onCopy={(index) =>
        page.kind === 'article' ? copyQuote(quotes[index], page.article) : Promise.resolve(false)
      }
      onSetHidden={hidden.setHidden}
      onNeverHide={hidden.neverHide}
      onToggleKind={hidden.setKind}
      onPick={() => run(hidden.pick(), true)}
      onOutline={(id) => tab !== null && run(sendToTab(tab.id, 'page/outlineHidden', { id }))}
      onHideAnyway={hidden.resume}
      onToggleClutter={(on) => run(changeSite(addresses, 'clutterOff', !on).then(refresh))}
      onOverride={onOverride}
      onRetry={treat}
      onSavePdf={() => run(openPdfPage(url), true)}
      onOpenSaved={(id) => run(openReader(id), true)}
      onOpenLibrary={() => run(openLibrary(), true)}
      onOpenOptions={() => run(browser.runtime.openOptionsPage(), true)}
    />
  );
}
