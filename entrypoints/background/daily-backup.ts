/** Writes a daily backup to a local folder that the user has chosen. */
import { writeBackup } from '../../utils/library/backup/backup-write.ts';
import { browser } from '../../utils/platform/browser.ts';
import {
  type DailyBackup,
  type DailyBackupError,
  loadDailyBackup,
  storeDailyBackup,
} from '../../utils/platform/daily-backup.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { planBackup, writeBackupFile } from '../../utils/sync/remote/backup-folder.ts';
import { openChosenFolder } from '../../utils/sync/remote/folder.ts';
import { RemoteError } from '../../utils/sync/remote/remote-store.ts';
import { stayAwake } from './jobs/stay-awake.ts';

const ALARM = 'daily-backup';
const ALARM_MINUTES = 30;

/** A failed or interrupted backup is retried after this time. */
const RETRY_MS = 3_600_000;
const INTERVAL_MS = 24 * RETRY_MS;

function toBackupError(error: unknown): DailyBackupError {
  if (!(error instanceof RemoteError)) return 'failed';
  const { code } = error;
  return code === 'noAccess' || code === 'notFound' || code === 'full' ? code : 'failed';
}

/** Whether so many articles are missing that the library may be damaged. Older backups are then not deleted. */
const hasShrunk = (maxArticles: number, articles: number): boolean =>
  articles === 0 || articles < maxArticles / 2;

async function writeDailyBackup(before: DailyBackup): Promise<DailyBackup> {
  const triedAt = Date.now();
  let daily: DailyBackup = { ...before, triedAt, tries: before.tries + 1 };
  try {
    const folder = await openChosenFolder(daily.folder.id);
    const next = await planBackup(folder, triedAt, daily.names);
    daily = { ...daily, names: next.names };
    // Stored before writing, because the browser may stop the background during it.
    await storeDailyBackup(daily);
    const settings = await loadSettings();
    const { most } = daily;
    const { articles, bytes } = await writeBackupFile(
      folder,
      next,
      (sink) => writeBackup(sink, { settings }),
      (written) => !hasShrunk(most, written.articles),
    );
    const trouble = most > 0 && hasShrunk(most, articles) ? 'shrunken' : null;
    return { ...daily, wroteAt: triedAt, articles, bytes, most: Math.max(most, articles), trouble, tries: 0 };
  } catch (error) {
    console.warn('offprint: no daily backup', error);
    return { ...daily, trouble: toBackupError(error) };
  }
}

/** Compares the absolute difference, so that backups continue if the clock is set back. */
const hasElapsed = (since: number, ms: number): boolean => Math.abs(Date.now() - since) >= ms;

const isDue = ({ wroteAt, triedAt }: DailyBackup): boolean =>
  (wroteAt === null || hasElapsed(wroteAt, INTERVAL_MS)) && hasElapsed(triedAt, RETRY_MS);

/**
 * Writes a backup if one is due.
 *
 * @param isRequested whether the user asked for a backup, which is then written even if none is due
 */
export async function backUp(isRequested: boolean): Promise<void> {
  await navigator.locks.request('offprint-daily-backup', async () => {
    const daily = await loadDailyBackup();
    if (daily === null) {
      await browser.alarms.clear(ALARM);
      return;
    }
    // Creating an existing alarm again would postpone it.
    if ((await browser.alarms.get(ALARM)) === undefined)
      await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
    if (!isRequested && !isDue(daily)) return;
    const after = await stayAwake(() => writeDailyBackup(daily));
    // The user may have stopped backups or chosen another folder meanwhile.
    const now = await loadDailyBackup();
    if (now?.folder.id === daily.folder.id) await storeDailyBackup(after);
  });
}

function backUpIfDue(): void {
  backUp(false).catch((error: unknown) => console.error('offprint: daily backup', error));
}

export function setUpDailyBackup(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) backUpIfDue();
  });
  backUpIfDue();
}
