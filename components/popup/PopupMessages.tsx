import type { Verdict } from '../../utils/article/types.ts';
import { hostOf } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { Icon } from '../ui/Icon.tsx';
import { ManagedNote } from '../ui/ManagedNote.tsx';
import { type OnOverride, OverrideRefused } from './Override.tsx';
import { SaveAnyway, type SavingAnyway } from './SaveAnyway.tsx';
import './page-states.css';

/** Why Offprint may not look into a tab. */
export type NoAccessReason = 'browserPage' | 'site' | 'file' | 'onClick' | 'notLoaded';

interface NotArticleProps {
  verdict: Verdict;
  /** What went wrong when the user asked for it all the same, in words. */
  message: string | null;
  saving?: SavingAnyway;
  onTreatAsArticle: () => void;
  /** Absent where nothing is remembered, as in private windows. */
  override?: { site: string; onOverride: OnOverride } | null | undefined;
  /** An organisation says what the pages of this site are. */
  isManaged?: boolean;
}

/** The page is no article: why, and the way to override that. */
export function NotArticle({
  verdict,
  message,
  saving,
  onTreatAsArticle,
  override,
  isManaged = false,
}: NotArticleProps) {
  const { t, number } = useStrings();
  return (
    <section class="plain-message">
      <h1>{t('notArticleTitle')}</h1>
      {isManaged ? <ManagedNote /> : <p>{t(`why_${verdict.reason}`, number(verdict.count ?? 0))}</p>}
      <SaveAnyway
        saving={saving}
        beside={
          <button type="button" class="button" onClick={onTreatAsArticle}>
            {t('actionTreatAsArticle')}
          </button>
        }
      />
      {override && !isManaged && <OverrideRefused {...override} isSaid={verdict.reason === 'userSaysNo'} />}
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
  /** Asks the browser for access; must be called inside the click. */
  onAllow: () => void;
}

/** Offprint may not read this tab: said plainly, with what can be done. */
export function NoAccess({ reason, onAllow }: NoAccessProps) {
  const { t } = useStrings();
  const sentence = {
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
      <p>{t(sentence[reason])}</p>
      {reason === 'site' && (
        <>
          <button type="button" class="button button--primary" onClick={onAllow}>
            {t('noAccessAsk')}
          </button>
          <p class="note">{t('noAccessRetry')}</p>
        </>
      )}
    </section>
  );
}

interface SiteOffProps {
  /** An address of each site that is off: the page's own, that which it says is its own, or both. */
  off: readonly string[];
  /** An organisation turned it off: it can't be turned on, and one page can be read all the same. */
  isManaged?: boolean;
  /** Turns it on for each of them, or reads this page where that can't be. */
  onTurnOn: () => void;
}

/** Offprint is off for this site. */
export function SiteOff({ off, isManaged = false, onTurnOn }: SiteOffProps) {
  const { t, list } = useStrings();
  const site = list(off.map(hostOf));
  return (
    <section class="plain-message">
      <h1>{t('siteOffTitle')}</h1>
      {isManaged ? <ManagedNote /> : <p>{t('siteOffText', site)}</p>}
      <button type="button" class="button" onClick={onTurnOn}>
        {isManaged ? t('actionTreatAsArticle') : t('siteOffTurnOn', site)}
      </button>
    </section>
  );
}

interface FailedProps {
  message: string;
  saving?: SavingAnyway;
  onRetry: () => void;
  /** Takes “Treat as article” back; absent or null where the user has not said so. */
  onDontTreat?: (() => void) | null;
  /** `h2` where the article's headline stands above. */
  heading?: 'h1' | 'h2';
}

/** The page could not be read: what failed, and what to do. */
export function ReadingFailed(props: FailedProps) {
  const { message, saving, onRetry, onDontTreat, heading: Heading = 'h1' } = props;
  const { t } = useStrings();
  return (
    <section class="plain-message">
      <div role="alert">
        <Heading>{t('popupFailedTitle')}</Heading>
        <p>{message}</p>
        <p class="note">{t('popupFailedHint')}</p>
      </div>
      <SaveAnyway
        saving={saving}
        beside={
          <>
            <button type="button" class="button" onClick={onRetry}>
              {t('actionTryAgain')}
            </button>
            {onDontTreat != null && (
              <button type="button" class="button" onClick={onDontTreat}>
                {t('actionDontTreatAsArticle')}
              </button>
            )}
          </>
        }
      />
    </section>
  );
}

/**
 * What is waited for: the page to be read, for longer than usual; its text to follow its address; the page to answer.
 * Each has a sentence.
 */
export type Wait = 'reading' | 'slow' | 'following' | 'busy';

const WAITING = {
  reading: 'popupReading',
  slow: 'popupReadingSlow',
  following: 'popupFollowing',
  busy: 'popupBusy',
} as const;

/** Keeps the place of the quotes while the page is being read, so that nothing jumps. */
export function ReadingPage({ wait }: { wait: Wait }) {
  const { t } = useStrings();
  return (
    <section class="reading" aria-busy="true">
      <p class="note" role="status">
        {t(WAITING[wait])}
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
