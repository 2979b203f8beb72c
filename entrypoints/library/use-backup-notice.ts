import { useState } from 'preact/hooks';
import type { BackupNoticeProps } from '../../components/library/LibraryNotices.tsx';
import {
  type DailyBackup,
  type DailyBackupError,
  loadDailyBackup,
  watchDailyBackup,
} from '../../utils/platform/daily-backup.ts';
import { useAbortableEffect } from '../shared/use-abortable-effect.ts';

/** No warning is shown before this time, because the computer may have been off over a weekend. */
const MAX_AGE_MS = 3 * 24 * 3_600_000;

/** After this many interrupted tries, the cause is probably not that the browser was closed. */
const MAX_TRIES = 2;

/** Returns the failure to warn about; null if there is none. @param now Unix timestamp in ms */
export function findFailureToShow(daily: DailyBackup, now: number): DailyBackupError | null {
  const { trouble, wroteAt, setUpAt, tries } = daily;
  if (trouble === 'shrunken' || (trouble !== null && wroteAt === null)) return trouble;
  if (now - (wroteAt ?? setUpAt) < MAX_AGE_MS) return null;
  return trouble ?? (tries >= MAX_TRIES ? 'failed' : null);
}

/** The warning about a failed daily backup; null if there is none. */
export function useBackupNotice(): BackupNoticeProps | null {
  const [daily, setDaily] = useState<DailyBackup | null>(null);
  useAbortableEffect((signal) => {
    watchDailyBackup(setDaily, signal);
    loadDailyBackup()
      .then(setDaily)
      .catch((error: unknown) => console.warn('offprint: daily backup not known', error));
  });
  const trouble = daily === null ? null : findFailureToShow(daily, Date.now());
  return trouble && { problem: trouble, href: 'transfer.html#backup' };
}
