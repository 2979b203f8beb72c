import type { SyncState } from '../../utils/sync/sync-types.ts';
import { formatAgo, formatDate } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import type { SyncActions } from './sync-view-types.ts';
import { useTrouble } from './use-trouble.ts';

export type SyncOn = Exclude<SyncState, { state: 'off' }>;

interface Props extends Pick<SyncActions, 'onNow' | 'onPause' | 'onRegain'> {
  sync: SyncOn;
  /** Milliseconds since 1970. */
  now: number;
}

/** In ms. “Last synced now” is no English, nor its like in other languages. */
const MINUTE = 60_000;

/** What can't be read for longer does not pass by itself. In ms. */
const DAY = 24 * 3_600_000;

/** What sync is at, what it waits for, and what is wrong with it. */
export function SyncStatus({ sync, now, onNow, onPause, onRegain }: Props) {
  const { t, count, number, locale } = useStrings();
  const say = useTrouble();
  const { progress, trouble, waiting, syncedAt, unreadableSince } = sync;
  const isPaused = sync.state === 'paused';
  const last =
    syncedAt === null
      ? t('syncNever')
      : Math.abs(now - syncedAt) < MINUTE
        ? t('syncLastNow')
        : t('syncLast', formatAgo(syncedAt, now, locale) ?? formatDate(syncedAt, locale));
  const time = (at: number): string =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: 'numeric' }).format(at);
  return (
    <section class="sync-status">
      <p class="sync-status__now" data-bad={trouble !== null}>
        {isPaused
          ? t('syncPaused')
          : progress !== null
            ? t(`syncProgress_${progress.step}`)
            : trouble !== null
              ? t('syncStopped')
              : waiting > 0
                ? count('syncWaiting', waiting)
                : syncedAt === null
                  ? t('syncNever')
                  : t('syncUpToDate')}
      </p>
      {progress !== null && (
        <>
          <ProgressBar
            label={t(`syncProgress_${progress.step}`)}
            share={progress.total === null ? null : progress.done / Math.max(1, progress.total)}
          />
          <p class="note">
            {progress.total === null
              ? number(progress.done)
              : t('importOf', number(progress.done), number(progress.total))}
          </p>
        </>
      )}
      <p class="note">
        <bdi>{sync.place.label}</bdi>
        {syncedAt !== null && ` · ${last}`}
        {waiting > 0 &&
          (progress !== null || trouble !== null || isPaused) &&
          ` · ${count('syncWaiting', waiting)}`}
      </p>
      {trouble !== null && (
        <div class="sync-trouble" role="alert">
          <p>{say(trouble)}</p>
          {trouble.nextTryAt !== null && !isPaused && (
            <p class="note">{t('syncNextTry', time(Math.max(trouble.nextTryAt, now)))}</p>
          )}
          {trouble.code === 'noAccess' && (
            <button type="button" class="button" onClick={onRegain}>
              {t('syncRegain')}
            </button>
          )}
        </div>
      )}
      {sync.unreadable > 0 && (
        <p class="note">
          {count('syncUnreadable', sync.unreadable)}
          {unreadableSince !== null &&
            now - unreadableSince > DAY &&
            ` ${t('syncUnreadableSince', formatDate(unreadableSince, locale))}`}
        </p>
      )}
      {sync.missing > 0 && <p class="note">{t('syncMissing')}</p>}
      <p class="sync-form__buttons">
        {!isPaused && (
          <button type="button" class="button button--primary" disabled={progress !== null} onClick={onNow}>
            {t('syncNow')}
          </button>
        )}
        <button
          type="button"
          class={isPaused ? 'button button--primary' : 'button'}
          onClick={() => onPause(!isPaused)}
        >
          {t(isPaused ? 'syncResume' : 'syncPause')}
        </button>
      </p>
    </section>
  );
}
