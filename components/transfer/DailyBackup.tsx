import { Button, PrimaryButton, TextButton } from '../ui/Button.tsx';
import { formatBytes } from '../ui/base/format.ts';
import { useStrings } from '../ui/base/strings.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';

/** The state of the daily backup. */
export interface DailyBackupView {
  /** The folder's name. */
  folder: string;
  /** When the last backup was written (Unix timestamp in ms); null if none has been. */
  wroteAt: number | null;
  bytes: number;
  /** The number of articles in the last backup. */
  articles: number;
  /** The highest number of articles in any backup. */
  most: number;
  /** A `DailyBackupError`, or null. */
  trouble: 'noAccess' | 'notFound' | 'full' | 'failed' | 'shrunken' | null;
}

export interface DailyBackupProps {
  /** Null if not set up. */
  daily: DailyBackupView | null;
  /** False if the browser does not support writing to folders. */
  isSupported: boolean;
  isWriting: boolean;
  /** Lets the user choose a folder. This and the next must be called in an event handler (user activation). */
  onChooseFolder: () => void;
  /** Requests access to the folder again. */
  onRequestAccess: () => void;
  /** Called when the user confirms that the low number of articles is correct. */
  onConfirm: () => void;
  onBackUpNow: () => void;
  onStop: () => void;
}

/** The daily backup to a folder: setup, status and actions. */
export function DailyBackup(props: DailyBackupProps) {
  const { daily, isWriting } = props;
  const { t, locale } = useStrings();
  const formatTime = (at: number): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
  const formatCount = (number: number): string => number.toLocaleString(locale);
  return (
    <div class="transfer-daily">
      <h3>{t('dailyTitle')}</h3>
      {!props.isSupported ? (
        <p class="note">{t('dailyCannot')}</p>
      ) : daily === null ? (
        <>
          <p class="note">{t('dailyText')}</p>
          <Button onClick={props.onChooseFolder}>{t('syncChooseFolder')}</Button>
        </>
      ) : (
        <>
          <p>
            {t('dailyInto')} <bdi>{daily.folder}</bdi>
          </p>
          <p class="note">
            {daily.wroteAt === null
              ? t('dailyNever')
              : `${t('backupLast', formatTime(daily.wroteAt))} ${formatBytes(daily.bytes, locale).replace(/\s/u, '\u00a0')}`}
          </p>
          {isWriting && <ProgressBar label={t('backupWriting')} fraction={null} />}
          {daily.trouble !== null && !isWriting && (
            <p class="transfer-bad" role="alert">
              {t(`dailyError_${daily.trouble}`)}{' '}
              {daily.trouble === 'shrunken' &&
                t('dailyCounts', formatCount(daily.articles), formatCount(daily.most))}
            </p>
          )}
          <p class="transfer-daily__buttons">
            {daily.trouble === 'shrunken' && (
              <Button disabled={isWriting} onClick={props.onConfirm}>
                {t('dailyConfirm')}
              </Button>
            )}
            {daily.trouble === 'noAccess' ? (
              <PrimaryButton disabled={isWriting} onClick={props.onRequestAccess}>
                {t('syncRegain')}
              </PrimaryButton>
            ) : (
              <Button disabled={isWriting} onClick={props.onBackUpNow}>
                {t('dailyNow')}
              </Button>
            )}
            <TextButton onClick={props.onChooseFolder}>{t('dailyChange')}</TextButton>
            <TextButton onClick={props.onStop}>{t('dailyStop')}</TextButton>
          </p>
        </>
      )}
    </div>
  );
}
