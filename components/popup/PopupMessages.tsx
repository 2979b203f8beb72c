import { useEffect, useRef, useState } from 'preact/hooks';
import type { Verdict } from '../../utils/article/types.ts';
import type { TreatAs } from '../../utils/settings/schema.ts';
import { Button, PrimaryButton, TextButton } from '../ui/Button.tsx';
import { formatDate, formatRelativeTime, hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { DotList } from '../ui/DotList.tsx';
import { useShortcutHints } from '../ui/hooks/use-shortcuts.ts';
import { Icon } from '../ui/Icon.tsx';
import { SaveAnyway, type SaveAnywayState } from './SaveActions.tsx';
import './page-states.css';

/** Why Offprint cannot read a tab. */
export type NoAccessReason = 'browserPage' | 'site' | 'file' | 'onClick' | 'notLoaded';

interface NotArticleProps {
  verdict: Verdict;
  /** Why “Treat as article” failed, as a sentence; null if it did not. */
  message: string | null;
  saveProps?: SaveAnywayState;
  onTreatAsArticle: () => void;
  /** Absent or null if overrides are not stored, as in private windows. */
  override?: Pick<OverrideProps, 'onOverride'> | null | undefined;
}

/** Explains why the page is not considered an article, and lets the user override that. */
export function NotArticle({ verdict, message, saveProps, onTreatAsArticle, override }: NotArticleProps) {
  const { t, formatNumber } = useStrings();
  return (
    <section class="plain-message">
      <h1>{t('notArticleTitle')}</h1>
      <p>{t(`why_${verdict.reason}`, formatNumber(verdict.count ?? 0))}</p>
      <SaveAnyway
        saveProps={saveProps}
        extraButtons={<Button onClick={onTreatAsArticle}>{t('actionTreatAsArticle')}</Button>}
      />
      {override && (
        <p class="override">
          <TextButton onClick={() => override.onOverride('site', 'article')}>
            {t('overrideSiteYes')}
          </TextButton>
          {verdict.reason === 'userSaysNo' && <ResetOverride onOverride={override.onOverride} />}
        </p>
      )}
      {message !== null && (
        <p class="note note--bad" role="alert">
          {message}
        </p>
      )}
    </section>
  );
}

interface NoAccessProps {
  reason: NoAccessReason;
  /** Requests the permission; must be called in a click handler (user activation). */
  onAllow: () => void;
}

/** Explains why Offprint cannot read the tab, and what the user can do. */
export function NoAccess({ reason, onAllow }: NoAccessProps) {
  const { t } = useStrings();
  const messageKeys = {
    browserPage: 'noAccessBrowserPage',
    site: 'noAccessSite',
    file: 'noAccessFile',
    onClick: 'noAccessOnClick',
    notLoaded: 'saveError_notLoaded',
  } as const;
  return (
    <section class="plain-message">
      <h1>
        <Icon name="lock" />
        {t('noAccessTitle')}
      </h1>
      <p>{t(messageKeys[reason])}</p>
      {reason === 'site' && (
        <>
          <PrimaryButton onClick={onAllow}>{t('noAccessAsk')}</PrimaryButton>
          <p class="note">{t('noAccessRetry')}</p>
        </>
      )}
    </section>
  );
}

interface SiteOffProps {
  /** An address on each site that is turned off: the page's own address, its canonical one, or both. */
  addresses: readonly string[];
  /** Turns the sites on. */
  onTurnOn: () => void;
}

export function SiteOff({ addresses, onTurnOn }: SiteOffProps) {
  const { t, formatList } = useStrings();
  const site = formatList(addresses.map(hostOf));
  return (
    <section class="plain-message">
      <h1>{t('siteOffTitle')}</h1>
      <p>{t('siteOffText', site)}</p>
      <Button onClick={onTurnOn}>{t('siteOffTurnOn', site)}</Button>
    </section>
  );
}

interface FailedProps {
  message: string;
  saveProps?: SaveAnywayState;
  onRetry: () => void;
  /** Reverts “Treat as article”; absent or null if the user has not chosen it. */
  onUndoTreatAsArticle?: (() => void) | null;
  /** `h2` if the page's title is shown above. */
  heading?: 'h1' | 'h2';
}

export function ReadingFailed(props: FailedProps) {
  const { message, saveProps, onRetry, onUndoTreatAsArticle, heading: Heading = 'h1' } = props;
  const { t } = useStrings();
  return (
    <section class="plain-message">
      <div role="alert">
        <Heading>{t('popupFailedTitle')}</Heading>
        <p>{message}</p>
        <p class="note">{t('popupFailedHint')}</p>
      </div>
      <SaveAnyway
        saveProps={saveProps}
        extraButtons={
          <>
            <Button onClick={onRetry}>{t('actionTryAgain')}</Button>
            {onUndoTreatAsArticle != null && (
              <Button onClick={onUndoTreatAsArticle}>{t('actionDontTreatAsArticle')}</Button>
            )}
          </>
        }
      />
    </section>
  );
}

/**
 * Why the popup is waiting:
 * - `reading`: the page is being read; `slow` if that takes longer than usual
 * - `following`: after a client-side navigation, the new text has not appeared
 * - `busy`: the page does not respond
 */
export type WaitReason = 'reading' | 'slow' | 'following' | 'busy';

const WAIT_MESSAGES = {
  reading: 'popupReading',
  slow: 'popupReadingSlow',
  following: 'popupFollowing',
  busy: 'popupBusy',
} as const;

/** Shows why the popup is waiting, and placeholders for the quotes, so that the layout does not shift later. */
export function ReadingPage({ wait }: { wait: WaitReason }) {
  const { t } = useStrings();
  return (
    <section class="reading" aria-busy="true">
      <p class="note" role="status">
        {t(WAIT_MESSAGES[wait])}
      </p>
      {[3, 2, 3].map((lines, quote) => (
        <div class="reading__quote" key={`${quote}-${lines}`} aria-hidden="true">
          {Array.from({ length: lines }, (_, line) => (
            <span key={`line-${String(line)}`} />
          ))}
        </div>
      ))}
    </section>
  );
}

/** Overrides whether a page or its whole site is treated as an article; null removes the override. */
export type OnOverride = (scope: 'page' | 'site', treatAs: TreatAs | null) => void;

interface OverrideProps {
  /** Whether there is a user override. */
  isUserDecision: boolean;
  onOverride: OnOverride;
  verdict?: Verdict | undefined;
}

/** Explains why the page is considered an article, and lets the user override that. */
export function OverrideArticle(props: OverrideProps) {
  const { verdict, isUserDecision, onOverride } = props;
  const { t, formatNumber } = useStrings();
  const [open, setOpen] = useState(false);
  const panelRef = useRef<HTMLDivElement>(null);
  // Otherwise, the sticky footer would cover the opened panel.
  useEffect(() => {
    if (open) panelRef.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <div class="override override--quiet" ref={panelRef}>
      <TextButton aria-expanded={open} aria-controls="override" onClick={() => setOpen(!open)}>
        {t(isUserDecision ? 'overrideYouSaid' : 'overrideAsk')}
      </TextButton>
      {open && (
        <span class="override__choices" id="override">
          {verdict !== undefined && (
            <span class="override__why">{t(`why_${verdict.reason}`, formatNumber(verdict.count ?? 0))}</span>
          )}
          <TextButton onClick={() => onOverride('page', 'not-article')}>{t('overridePageNo')}</TextButton>
          <TextButton onClick={() => onOverride('site', 'not-article')}>{t('overrideSiteNo')}</TextButton>
          {isUserDecision && <ResetOverride onOverride={onOverride} />}
        </span>
      )}
    </div>
  );
}

function ResetOverride({ onOverride }: Pick<OverrideProps, 'onOverride'>) {
  const { t } = useStrings();
  return <TextButton onClick={() => onOverride('site', null)}>{t('overrideForget')}</TextButton>;
}

interface PdfPageProps {
  /** A local file, which the user has to select. */
  isLocalFile: boolean;
  onSave: () => void;
}

/** Shown on a tab with a PDF, with a button for saving it. */
export function PdfPage({ isLocalFile, onSave }: PdfPageProps) {
  const { t } = useStrings();
  const shortcutHints = useShortcutHints();
  return (
    <section class="plain-message">
      <h1>{t('pdfHereTitle')}</h1>
      <p>{t(isLocalFile ? 'pdfHereDisk' : 'pdfHereText')}</p>
      <PrimaryButton
        title={shortcutHints.tooltip(t('pdfSave'), 's')}
        aria-keyshortcuts={shortcutHints.ariaShortcut('s')}
        onClick={onSave}
      >
        <Icon name="bookmark" />
        {t('pdfSave')}
      </PrimaryButton>
    </section>
  );
}

export interface RecentSave {
  id: string;
  title: string;
  source: string;
  savedAt: number;
}

interface RecentSavesProps {
  articles: readonly RecentSave[];
  onOpen: (id: string) => void;
  onOpenLibrary: () => void;
}

/** Lists the most recently saved articles; shown on pages without an article. */
export function RecentSaves({ articles, onOpen, onOpenLibrary }: RecentSavesProps) {
  const { t, locale } = useStrings();
  const shortcutHints = useShortcutHints();
  const formatSavedAt = (savedAt: number): string => {
    const ago = formatRelativeTime(savedAt, Date.now(), locale);
    return ago === null ? t('readerSavedOn', formatDate(savedAt, locale)) : t('recentSavedAgo', ago);
  };
  return (
    <section class="recent" aria-labelledby="recent-title">
      <div class="section-head">
        <h2 id="recent-title">{t('recentSaves')}</h2>
        <TextButton aria-keyshortcuts={shortcutHints.ariaShortcut('l')} onClick={onOpenLibrary}>
          {t('actionOpenLibrary')}
        </TextButton>
      </div>
      {articles.length === 0 ? (
        <p class="note">{t('recentNone')}</p>
      ) : (
        <ul class="recent__list">
          {articles.map((article) => (
            <li key={article.id}>
              <button type="button" class="recent__open" onClick={() => onOpen(article.id)}>
                <span class="recent__title" dir="auto">
                  {article.title || t('untitled')}
                </span>
                <DotList as="span" class="kicker" items={[article.source, formatSavedAt(article.savedAt)]} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
