import { useEffect, useState } from 'preact/hooks';
import type { BackupNoticeProps } from '../../components/library/BackupNotice.tsx';
import { type DailyBackup, loadDailyBackup, watchDailyBackup } from '../../utils/platform/daily-backup.ts';

/** A computer that was off over a weekend is nothing to worry about. In ms. */
const PATIENCE = 3 * 24 * 3_600_000;

/** What the user is to be told of the daily backup, or null. */
export function useBackupNotice(): BackupNoticeProps | null {
  const [daily, setDaily] = useState<DailyBackup | null>(null);
  useEffect(() => {
    const life = new AbortController();
    watchDailyBackup(setDaily, life.signal);
    loadDailyBackup()
      .then(setDaily)
      .catch((error: unknown) => console.warn('offprint: daily backup not known', error));
    return () => life.abort();
  }, []);
  if (daily === null || daily.trouble === null) return null;
  return Date.now() - (daily.wroteAt ?? 0) < PATIENCE
    ? null
    : { trouble: daily.trouble, href: 'transfer.html#backup' };
}
