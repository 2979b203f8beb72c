import { formatBytes } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';

/** How the daily backup stands. */
export interface DailyBackupView {
  /** Name of the folder. */
  folder: string;
  /** When the last one was written, in ms since 1970; null where none was. */
  wroteAt: number | null;
  bytes: number;
  /** Articles in it, and the most that one had. */
  articles: number;
  most: number;
  /** See `DailyBackupError`; null where nothing is wrong. */
  trouble: 'noAccess' | 'notFound' | 'full' | 'failed' | 'shrunken' | null;
}

export interface DailyBackupProps {
  /** Null where none is set up. */
  daily: DailyBackupView | null;
  /** False where the browser gives out no folder. */
  isOffered: boolean;
  isWriting: boolean;
  /** Lets the user choose a folder. Called inside the user's action, as the next one is. */
  onChoose: () => void;
  /** Has the browser ask the user for access again. */
  onRegain: () => void;
  /** The user says that it is right that there are so few articles. */
  onConfirm: () => void;
  onNow: () => void;
  onStop: () => void;
}

/** A backup a day into a folder: choosing it, and how that goes. */
export function DailyBackup(props: DailyBackupProps) {
  const { daily, isWriting } = props;
  const { t, locale } = useStrings();
  const when = (at: number): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
  const count = (number: number): string => number.toLocaleString(locale);
  return (
    <div class="transfer-daily">
      <h3>{t('dailyTitle')}</h3>
      {!props.isOffered ? (
        <p class="note">{t('dailyCannot')}</p>
      ) : daily === null ? (
        <>
          <p class="note">{t('dailyText')}</p>
          <button type="button" class="button" onClick={props.onChoose}>
            {t('syncChooseFolder')}
          </button>
        </>
      ) : (
        <>
          <p>
            {t('dailyInto')} <bdi>{daily.folder}</bdi>
          </p>
          <p class="note">
            {daily.wroteAt === null
              ? t('dailyNever')
              : `${t('backupLast', when(daily.wroteAt))} ${formatBytes(daily.bytes, locale).replace(/\s/u, '\u00a0')}`}
          </p>
          {isWriting && <ProgressBar label={t('backupWriting')} share={null} />}
          {daily.trouble !== null && !isWriting && (
            <p class="transfer-bad" role="alert">
              {t(`dailyError_${daily.trouble}`)}{' '}
              {daily.trouble === 'shrunken' && t('dailyCounts', count(daily.articles), count(daily.most))}
            </p>
          )}
          <p class="transfer-daily__buttons">
            {daily.trouble === 'shrunken' && (
              <button type="button" class="button" disabled={isWriting} onClick={props.onConfirm}>
                {t('dailyConfirm')}
              </button>
            )}
            {daily.trouble === 'noAccess' ? (
              <button
                type="button"
                class="button button--primary"
                disabled={isWriting}
                onClick={props.onRegain}
              >
                {t('syncRegain')}
              </button>
            ) : (
              <button type="button" class="button" disabled={isWriting} onClick={props.onNow}>
                {t('dailyNow')}
              </button>
            )}
            <button type="button" class="text-button" onClick={props.onChoose}>
              {t('dailyChange')}
            </button>
            <button type="button" class="text-button" onClick={props.onStop}>
              {t('dailyStop')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
