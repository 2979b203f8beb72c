import { IconButton, TextButton } from '../ui/Button.tsx';
import '../ui/base/base.css';
import type { ComponentChildren, ComponentProps } from 'preact';
import { KeyQuotes, KeyQuotesLoading, type KeyQuotesProps } from '../quotes/KeyQuotes.tsx';
import { OnThisStory, type OnThisStoryProps } from '../stories/OnThisStory.tsx';
import { hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { isWebAddress } from '../ui/SourceName.tsx';
import type { UndoBar } from '../ui/UndoBar.tsx';
import { ArticleHead } from './ArticleHead.tsx';
import { HiddenFooter, type HiddenFooterProps, type SiteClutterKinds } from './HiddenFooter.tsx';
import { PagesNote, type PagesProps } from './PagesNote.tsx';
import {
  NoAccess,
  NotArticle,
  type OnOverride,
  OverrideArticle,
  PdfPage,
  ReadingFailed,
  ReadingPage,
  type RecentSave,
  RecentSaves,
  SiteOff,
} from './PopupMessages.tsx';
import { SaveActions, type SaveActionsProps, type SaveState } from './SaveActions.tsx';
import type { ShownPage } from './shown-page.ts';
import '../quotes/quotes.css';
import './popup.css';

export interface PopupProps
  extends Pick<SaveActionsProps, 'afterSave' | 'onSave' | 'onCancelSave' | 'onRead' | 'onAllQuotes'>,
    Pick<KeyQuotesProps, 'onJump' | 'onMark' | 'onCopy' | 'onCorrect'>,
    Pick<HiddenFooterProps, 'onSetHidden' | 'onNeverHide' | 'onToggleKind' | 'onPick' | 'onOutline'> {
  page: ShownPage;
  /** The kinds of clutter hidden on this site and by default; absent or null until the settings are loaded. */
  kinds?: SiteClutterKinds | null;
  /** Why “Treat as article” failed, as a sentence; absent or null if it did not. */
  treatError?: string | null;
  save: SaveState;
  recent: readonly RecentSave[];
  /** Absent or null unless the article is split into several pages. */
  pages?: PagesProps | null;
  /** Opens the form for title, author, site and date; absent or null if there is no article. */
  onEditDetails?: (() => void) | null;
  /** Saves all articles of the window; absent or null if there is only one tab. */
  saveWindow?: SaveWindowProps | null;
  /**
   * Requests permanent access to this site; absent or null if it is already granted. Must be called in a click handler
   * (user activation).
   */
  onEnableSite?: (() => void) | null;
  /** The other saved articles about the same story; absent or null if there are none, or they are not yet known. */
  story?: OnThisStoryProps | null;
  /** The last change to the hidden items and how to undo it. */
  undo?: ComponentProps<typeof UndoBar> | null;
  onToggleClutter: (on: boolean) => void;
  /** Resumes hiding although the page kept reloading itself. */
  onHideAnyway: () => void;
  onTurnSiteOn: () => void;
  onTreatAsArticle: () => void;
  /** Absent or null if overrides are not stored, as in private windows. */
  onOverride?: OnOverride | null;
  onAllow: () => void;
  onRetry: () => void;
  /** Must be called in a click handler, since it may request a permission. */
  onSavePdf: () => void;
  onOpenSaved: (id: string) => void;
  onOpenLibrary: () => void;
  onOpenOptions: () => void;
}

/** The toolbar popup. */
export function Popup(props: PopupProps) {
  const { page } = props;
  const { t } = useStrings();
  const isArticle = page.kind === 'article';
  const saveProps =
    page.kind === 'notArticle' || page.kind === 'failed' ? { ...props, state: props.save } : null;
  useShortcuts({
    l: props.onOpenLibrary,
    ...(page.kind === 'pdf' ? { s: props.onSavePdf } : undefined),
    ...(saveProps === null ? undefined : { s: () => saveProps.onSave(false) }),
    ...(isArticle
      ? { s: () => props.onSave(false), r: props.onRead, q: props.onAllQuotes, h: props.onPick }
      : undefined),
  });
  const url = page.kind === 'article' ? page.article.url : (page.tab?.url ?? '');
  const override = props.onOverride && { onOverride: props.onOverride };
  const tools = (
    <span class="tools">
      <IconButton
        icon="library"
        label={t('actionOpenLibrary')}
        shortcutKey="l"
        title={t('actionOpenLibrary')}
        onClick={props.onOpenLibrary}
      />
      <IconButton icon="sliders" label={t('actionOptions')} onClick={props.onOpenOptions} />
    </span>
  );
  if (page.kind === 'loading') return null;
  if (page.kind === 'article') {
    const { article } = page;
    return (
      <PopupFrame kind={page.kind}>
        <div class="popup__body">
          <ArticleHead {...article} tools={tools} onEditDetails={props.onEditDetails ?? null} />
          <SaveActions
            {...props}
            state={props.save}
            isPreview={article.isPreview}
            hasQuotes={article.quotes.length > 0 || Boolean(page.pendingQuotations)}
          />
          {props.pages && <PagesNote {...props.pages} />}
          {page.error && <p class="note note--bad popup__problem">{page.error}</p>}
          {page.pendingQuotations ? (
            <KeyQuotesLoading article={article} quotations={page.pendingQuotations} />
          ) : (
            <KeyQuotes {...props} article={article} newQuotes={props.story?.found.newQuotes ?? []} />
          )}
          {props.story && <OnThisStory {...props.story} />}
          {props.onEnableSite && <EnableSite onEnableSite={props.onEnableSite} />}
          <div class="popup__quiet">
            {override && (
              <OverrideArticle
                {...override}
                isUserDecision={page.verdict?.reason === 'userSaysYes'}
                verdict={page.verdict}
              />
            )}
            {props.saveWindow && <SaveWindow {...props.saveWindow} />}
          </div>
        </div>
        <HiddenFooter
          {...props}
          items={page.hidden}
          isOn={page.clutterOn}
          isPaused={page.clutterPaused === true}
          host={props.kinds?.host ?? ''}
          kinds={props.kinds ?? null}
          onTurnOn={() => props.onToggleClutter(true)}
          onTurnOff={() => props.onToggleClutter(false)}
          undo={props.undo ?? null}
        />
      </PopupFrame>
    );
  }
  const title = page.kind === 'reading' || page.kind === 'failed' ? page.tab.title : '';
  const footer = (
    <>
      {props.onEnableSite && <EnableSite onEnableSite={props.onEnableSite} />}
      <RecentSaves articles={props.recent} onOpen={props.onOpenSaved} onOpenLibrary={props.onOpenLibrary} />
      <div class="popup__quiet">{props.saveWindow && <SaveWindow {...props.saveWindow} />}</div>
    </>
  );
  return (
    <PopupFrame kind={page.kind}>
      <div class="popup__body">
        {title === '' ? (
          <div class="article-head__top">
            <p class="kicker">{(isWebAddress(url) && hostOf(url)) || t('appName')}</p>
            {tools}
          </div>
        ) : (
          <ArticleHead title={title} siteName={null} url={url} tools={tools} />
        )}
        {page.kind === 'reading' && <ReadingPage wait={page.wait} />}
        {page.kind === 'failed' && (
          <ReadingFailed
            message={page.message}
            saveProps={saveProps}
            onRetry={props.onRetry}
            onUndoTreatAsArticle={
              page.isUserDecision === true && override ? () => override.onOverride('site', null) : null
            }
            heading={title === '' ? 'h1' : 'h2'}
          />
        )}
        {page.kind === 'notArticle' && (
          <NotArticle
            verdict={page.verdict}
            message={props.treatError ?? null}
            saveProps={saveProps}
            onTreatAsArticle={props.onTreatAsArticle}
            override={override}
          />
        )}
        {page.kind === 'siteOff' && <SiteOff addresses={page.addresses} onTurnOn={props.onTurnSiteOn} />}
        {page.kind === 'pdf' && <PdfPage isLocalFile={url.startsWith('file:')} onSave={props.onSavePdf} />}
        {page.kind === 'noAccess' && <NoAccess reason={page.reason} onAllow={props.onAllow} />}
        {title === '' && footer}
      </div>
    </PopupFrame>
  );
}

function PopupFrame({ kind, children }: { kind: ShownPage['kind']; children: ComponentChildren }) {
  const { t } = useStrings();
  return (
    <main class="popup" data-page={kind} aria-label={t('popupLabel')}>
      {children}
    </main>
  );
}

/** A note that the page was read only because the user clicked the toolbar button, with a button to always allow it. */
function EnableSite({ onEnableSite }: { onEnableSite: () => void }) {
  const { t } = useStrings();
  return (
    <p class="popup__here">
      {t('readingHere')}
      <TextButton onClick={onEnableSite}>{t('readingHereAlways')}</TextButton>
    </p>
  );
}

/** The state of saving all articles of a window. */
export type WindowSaveState =
  | { kind: 'idle' }
  /** `total` is 0 until known. */
  | { kind: 'saving'; done: number; total: number }
  | { kind: 'saved'; saved: number; notArticles: number; failed: { title: string; reason: string }[] }
  /** The background did not respond, so the result is unknown. */
  | { kind: 'failed' };

/** Maximum number of failed tabs listed by title. */
const MAX_LISTED_TABS = 5;

export interface SaveWindowProps {
  state: WindowSaveState;
  /** The number of tabs selected in the tab strip; null if the whole window is to be saved. */
  selectedTabs: number | null;
  onSave: () => void;
}

/** A button that saves all articles of the window or the selected tabs, replaced by the result. */
function SaveWindow({ state, selectedTabs, onSave }: SaveWindowProps) {
  const { t, formatNumber, count } = useStrings();
  if (state.kind === 'failed') {
    return (
      <p class="note note--bad" role="alert">
        {t('saveError_failed')}
      </p>
    );
  }
  if (state.kind === 'saved') {
    const { saved, notArticles, failed } = state;
    return (
      <div class="note window-sum" role="status">
        <p>
          {count('windowSaved', saved)}
          {notArticles > 0 && ` ${count('windowOthers', notArticles)}`}
          {failed.length > 0 && ` ${t('windowFailed', formatNumber(failed.length))}`}
        </p>
        {failed.length > 0 && (
          <ul>
            {failed.slice(0, MAX_LISTED_TABS).map(({ title, reason }, index) => (
              <li key={index}>
                <bdi class="window-sum__tab">{title}</bdi> {reason}
              </li>
            ))}
            {failed.length > MAX_LISTED_TABS && <li>…</li>}
          </ul>
        )}
      </div>
    );
  }
  const isSaving = state.kind === 'saving';
  const progress =
    isSaving && state.total > 0
      ? ` ${t('importOf', formatNumber(state.done), formatNumber(state.total))}`
      : '';
  const saving = t(selectedTabs === null ? 'windowSaving' : 'tabsSaving');
  const save = selectedTabs === null ? t('menuSaveWindow') : count('tabsSave', selectedTabs);
  return (
    <TextButton
      class="save-window"
      aria-disabled={isSaving}
      onClick={() => state.kind === 'idle' && onSave()}
    >
      {isSaving ? saving : save}
      {progress}
    </TextButton>
  );
}
