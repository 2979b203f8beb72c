import { useState } from 'preact/hooks';
import type { BackupNoticeProps } from '../../components/library/LibraryNotices.tsx';
import {
  type DailyBackup,
  type DailyBackupError,
  loadDailyBackup,
  watchDailyBackup,
} from '../../utils/platform/daily-backup.ts';
import { useAbortableEffect } from '../shared/use-abortable-effect.ts';

/** A computer that was off over a weekend needs no warning. */
const MAX_AGE_MS = 3 * 24 * 3_600_000;

/** Interrupted tries after which closing the browser is no longer a plausible cause. */
const MAX_TRIES = 2;

/** @param now in ms since 1970 */
export function failureToShow(daily: DailyBackup, now: number): DailyBackupError | null {
  const { trouble, wroteAt, setUpAt, tries } = daily;
  if (trouble === 'shrunken' || (trouble !== null && wroteAt === null)) return trouble;
  if (now - (wroteAt ?? setUpAt) < MAX_AGE_MS) return null;
  return trouble ?? (tries >= MAX_TRIES ? 'failed' : null);
}

/** The warning about the daily backup, or null. */
export function useBackupNotice(): BackupNoticeProps | null {
  const [daily, setDaily] = useState<DailyBackup | null>(null);
  useAbortableEffect((signal) => {
    watchDailyBackup(setDaily, signal);
    loadDailyBackup()
      .then(setDaily)
      .catch((error: unknown) => console.warn('offprint: daily backup not known', error));
  });
  const trouble = daily === null ? null : failureToShow(daily, Date.now());
  return trouble && { problem: trouble, href: 'transfer.html#backup' };
}
