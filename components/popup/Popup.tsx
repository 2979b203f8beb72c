import '../ui/base/base.css';
import type { ComponentChildren, ComponentProps } from 'preact';
import type { Verdict } from '../../utils/article/types.ts';
import type { ClutterKind, HiddenItem, HiddenWhich } from '../../utils/clutter/types.ts';
import type { Quotation } from '../../utils/quotes/types.ts';
import type { SiteSettings } from '../../utils/settings/schema.ts';
import { KeyQuotes, type QuotedArticle } from '../quotes/KeyQuotes.tsx';
import { KeyQuotesComing } from '../quotes/QuotesComing.tsx';
import { hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { useKeyNames, useShortcuts } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import type { UndoBar } from '../ui/UndoBar.tsx';
import type { AfterSaveProps } from './AfterSave.tsx';
import { ArticleHead } from './ArticleHead.tsx';
import { HiddenFooter } from './HiddenFooter.tsx';
import { type OnOverride, OverrideArticle } from './Override.tsx';
import { PagesNote, type PagesProps } from './PagesNote.tsx';
import { PdfHere } from './PdfHere.tsx';
import {
  NoAccess,
  type NoAccessReason,
  NotArticle,
  ReadingFailed,
  ReadingPage,
  SiteOff,
  type Wait,
} from './PopupMessages.tsx';
import { type RecentSave, RecentSaves } from './RecentSaves.tsx';
import { SaveActions, type SaveState } from './SaveActions.tsx';
import { SaveWindow, type SaveWindowProps } from './SaveWindow.tsx';
import type { KindsHere } from './SiteKinds.tsx';
import '../quotes/quotes.css';
import './popup.css';

/** What the popup knows about the tab it speaks of. */
export type PopupPage =
  | { kind: 'reading'; title: string; url: string; wait: Wait }
  | {
      kind: 'article';
      article: QuotedArticle;
      /** What is quoted, while it is being worked out by whom; absent or null once the quotes are there. */
      coming?: readonly Quotation[] | null;
      hidden: readonly HiddenItem[];
      clutterOn: boolean;
      /** Nothing is hidden for now, since the page kept reloading itself. */
      clutterPaused?: boolean;
      /** Null until the settings are there. */
      kinds?: KindsHere | null;
      problem?: string | null;
      /** Why it was taken for an article. */
      verdict?: Verdict;
    }
  /** `isSaid`: it was read as an article because the user said that it is one. */
  | { kind: 'failed'; title: string; url: string; message: string; isSaid?: boolean }
  | { kind: 'notArticle'; url: string; verdict: Verdict; message: string | null }
  /** `off`: the addresses whose sites are switched off. */
  | { kind: 'siteOff'; url: string; off: readonly string[] }
  /** `isOnDisk`: a file of this computer. */
  | { kind: 'pdf'; url: string; isOnDisk: boolean }
  | { kind: 'noAccess'; url: string; reason: NoAccessReason };

export interface PopupProps {
  page: PopupPage;
  /** What an organisation decides for this site. */
  managed?: SiteSettings;
  save: SaveState;
  recent: readonly RecentSave[];
  /** Where the article is split over several pages. */
  pages?: PagesProps | null;
  /** Saving all articles of the window; absent or null where there is but one tab. */
  saveWindow?: SaveWindowProps | null;
  /** Has the site looked at from now on; absent or null where it is already. Must be called inside the click. */
  onReadHere?: (() => void) | null;
  /** What one does next with the saved article. */
  after?: AfterSaveProps | null;
  onSave: (confirmPrivate: boolean) => void;
  onSaveNewer?: () => void;
  onDontSave: () => void;
  onRead: () => void;
  onAllQuotes: () => void;
  onJump: (index: number) => Promise<boolean>;
  onMark: (index: number | null) => void;
  onCopy: (index: number) => Promise<boolean>;
  /** What was done last to what is hidden, and its way back. */
  undo?: ComponentProps<typeof UndoBar> | null;
  onSetHidden: (which: HiddenWhich, hidden: boolean) => void;
  onNeverHide: (id: number) => void;
  onKind: (kind: ClutterKind, on: boolean) => void;
  onPick: () => void;
  onOutline: (id: number | null) => void;
  onClutter: (on: boolean) => void;
  /** Hides things although the page kept reloading itself. */
  onHideAnyway: () => void;
  onSiteOn: () => void;
  onTreatAsArticle: () => void;
  /** Absent where nothing is remembered, as in private windows. */
  onOverride?: OnOverride | null;
  onAllow: () => void;
  onRetry: () => void;
  /** Must be called inside the click: it may ask the browser for access. */
  onSavePdf: () => void;
  onOpenSaved: (id: string) => void;
  onOpenLibrary: () => void;
  onOpenOptions: () => void;
}

/** The toolbar popup: this page, at a glance. */
export function Popup(props: PopupProps) {
  const { page, managed = {} } = props;
  const isArticle = page.kind === 'article';
  const saving =
    page.kind === 'notArticle' || page.kind === 'failed'
      ? {
          state: props.save,
          after: props.after ?? null,
          onSave: props.onSave,
          onSaveNewer: () => props.onSaveNewer?.(),
          onDontSave: props.onDontSave,
          onRead: props.onRead,
        }
      : null;
  useShortcuts({
    l: props.onOpenLibrary,
    ...(page.kind === 'pdf' ? { s: props.onSavePdf } : undefined),
    ...(saving === null ? undefined : { s: () => saving.onSave(false) }),
    ...(isArticle
      ? { s: () => props.onSave(false), r: props.onRead, q: props.onAllQuotes, h: props.onPick }
      : undefined),
  });
  const url = page.kind === 'article' ? page.article.url : page.url;
  const override = props.onOverride && { site: hostOf(url), onOverride: props.onOverride };
  const tools = <Tools onOpenLibrary={props.onOpenLibrary} onOpenOptions={props.onOpenOptions} />;
  if (page.kind === 'article') {
    const { article } = page;
    return (
      <Frame kind={page.kind}>
        <div class="popup__body">
          <ArticleHead {...article} tools={tools} />
          <SaveActions
            state={props.save}
            isPreview={article.isPreview}
            hasQuotes={article.quotes.length > 0 || Boolean(page.coming)}
            after={props.after ?? null}
            onSave={props.onSave}
            onSaveNewer={() => props.onSaveNewer?.()}
            onDontSave={props.onDontSave}
            onRead={props.onRead}
            onAllQuotes={props.onAllQuotes}
          />
          {props.pages && <PagesNote {...props.pages} />}
          {page.problem && <p class="note note--bad popup__problem">{page.problem}</p>}
          {page.coming ? (
            <KeyQuotesComing article={article} quotations={page.coming} />
          ) : (
            <KeyQuotes article={article} onJump={props.onJump} onMark={props.onMark} onCopy={props.onCopy} />
          )}
          {props.onReadHere && <ReadHere onReadHere={props.onReadHere} />}
          <div class="popup__quiet">
            {override && (
              <OverrideArticle
                {...override}
                isSaid={page.verdict?.reason === 'userSaysYes'}
                verdict={page.verdict}
                isManaged={managed.treatAs !== undefined}
              />
            )}
            {props.saveWindow && <SaveWindow {...props.saveWindow} />}
          </div>
        </div>
        <HiddenFooter
          items={page.hidden}
          isOn={page.clutterOn}
          isPaused={page.clutterPaused === true}
          isOffByPolicy={managed.clutterOff === true}
          host={page.kinds?.host ?? ''}
          kinds={page.kinds ?? null}
          onSetHidden={props.onSetHidden}
          onNeverHide={props.onNeverHide}
          onKind={props.onKind}
          onPick={props.onPick}
          onOutline={props.onOutline}
          onTurnOn={() => props.onClutter(true)}
          onTurnOff={() => props.onClutter(false)}
          onHideAnyway={props.onHideAnyway}
          undo={props.undo ?? null}
        />
      </Frame>
    );
  }
  const title = page.kind === 'reading' || page.kind === 'failed' ? page.title : '';
  const recent = (
    <>
      {props.onReadHere && <ReadHere onReadHere={props.onReadHere} />}
      <RecentSaves articles={props.recent} onOpen={props.onOpenSaved} onOpenLibrary={props.onOpenLibrary} />
      <div class="popup__quiet">{props.saveWindow && <SaveWindow {...props.saveWindow} />}</div>
    </>
  );
  return (
    <Frame kind={page.kind}>
      <div class="popup__body">
        {title === '' ? (
          <SiteLine url={page.url}>{tools}</SiteLine>
        ) : (
          <ArticleHead title={title} siteName={null} url={page.url} tools={tools} />
        )}
        {page.kind === 'reading' && <ReadingPage wait={page.wait} />}
        {page.kind === 'failed' && (
          <ReadingFailed
            message={page.message}
            saving={saving}
            onRetry={props.onRetry}
            onDontTreat={
              page.isSaid === true && managed.treatAs === undefined && override
                ? () => override.onOverride('site', null)
                : null
            }
            heading={title === '' ? 'h1' : 'h2'}
          />
        )}
        {page.kind === 'notArticle' && (
          <NotArticle
            verdict={page.verdict}
            message={page.message}
            saving={saving}
            onTreatAsArticle={props.onTreatAsArticle}
            override={override}
            isManaged={managed.treatAs !== undefined}
          />
        )}
        {page.kind === 'siteOff' && (
          <SiteOff off={page.off} isManaged={managed.off === true} onTurnOn={props.onSiteOn} />
        )}
        {page.kind === 'pdf' && <PdfHere isOnDisk={page.isOnDisk} onSave={props.onSavePdf} />}
        {page.kind === 'noAccess' && <NoAccess reason={page.reason} onAllow={props.onAllow} />}
        {title === '' && recent}
      </div>
    </Frame>
  );
}

function Frame({ kind, children }: { kind: PopupPage['kind']; children: ComponentChildren }) {
  const { t } = useStrings();
  return (
    <main class="popup" data-page={kind} aria-label={t('popupLabel')}>
      {children}
    </main>
  );
}

/** Where the page was looked at only because the user clicked: the way to have that always. */
function ReadHere({ onReadHere }: { onReadHere: () => void }) {
  const { t } = useStrings();
  return (
    <p class="popup__here">
      {t('readingHere')}
      <button type="button" class="text-button" onClick={onReadHere}>
        {t('readingHereAlways')}
      </button>
    </p>
  );
}

function SiteLine({ url, children }: { url: string; children: ComponentChildren }) {
  const { t } = useStrings();
  return (
    <div class="article-head__top">
      <p class="kicker">{(/^https?:/.test(url) && hostOf(url)) || t('appName')}</p>
      {children}
    </div>
  );
}

function Tools(props: { onOpenLibrary: () => void; onOpenOptions: () => void }) {
  const { t } = useStrings();
  const keyNames = useKeyNames();
  return (
    <span class="tools">
      <button
        type="button"
        class="icon-button"
        aria-label={t('actionOpenLibrary')}
        title={t('actionOpenLibrary')}
        aria-keyshortcuts={keyNames.of('l')}
        onClick={props.onOpenLibrary}
      >
        <Icon name="library" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('actionOptions')}
        title={t('actionOptions')}
        onClick={props.onOpenOptions}
      >
        <Icon name="sliders" />
      </button>
    </span>
  );
}
