/** Writes a daily backup into a folder of this computer, if the user has chosen one. */
import { writeBackup } from '../../utils/library/backup/backup-write.ts';
import { browser } from '../../utils/platform/browser.ts';
import {
  type DailyBackup,
  type DailyBackupError,
  loadDailyBackup,
  storeDailyBackup,
} from '../../utils/platform/daily-backup.ts';
import { loadOwnSettings } from '../../utils/platform/settings-storage.ts';
import { planBackup, writeBackupFile } from '../../utils/sync/remote/backup-folder.ts';
import { openChosenFolder } from '../../utils/sync/remote/folder.ts';
import { RemoteError } from '../../utils/sync/remote/remote-store.ts';
import { stayAwake } from './jobs/stay-awake.ts';

const ALARM = 'daily-backup';
const ALARM_MINUTES = 30;

/** A failed or interrupted backup is tried again after an hour. */
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

function errorCodeOf(error: unknown): DailyBackupError {
  if (!(error instanceof RemoteError)) return 'failed';
  const { code } = error;
  return code === 'noAccess' || code === 'notFound' || code === 'full' ? code : 'failed';
}

/** So many articles fewer than the maximum so far that the library may be damaged: older backups are kept then. */
const isShrunken = (most: number, now: number): boolean => now === 0 || now < most / 2;

async function writeDailyBackup(before: DailyBackup): Promise<DailyBackup> {
  const triedAt = Date.now();
  let daily: DailyBackup = { ...before, triedAt, tries: before.tries + 1 };
  try {
    const folder = await openChosenFolder(daily.folder.id);
    const next = await planBackup(folder, triedAt, daily.names);
    daily = { ...daily, names: next.names };
    // Stored first, because the browser may stop the background in the middle of writing.
    await storeDailyBackup(daily);
    // Without policies: they belong to this organisation's browsers and are not restored elsewhere.
    const settings = await loadOwnSettings();
    const { most } = daily;
    const { articles, bytes } = await writeBackupFile(
      folder,
      next,
      (sink) => writeBackup(sink, { settings }),
      (written) => !isShrunken(most, written.articles),
    );
    const trouble = most > 0 && isShrunken(most, articles) ? 'shrunken' : null;
    return { ...daily, wroteAt: triedAt, articles, bytes, most: Math.max(most, articles), trouble, tries: 0 };
  } catch (error) {
    console.warn('offprint: no daily backup', error);
    return { ...daily, trouble: errorCodeOf(error) };
  }
}

/** Compares the absolute difference, so that a clock that was set back does not stop backups. */
const isPast = (at: number, span: number): boolean => Math.abs(Date.now() - at) >= span;

const isDue = ({ wroteAt, triedAt }: DailyBackup): boolean =>
  (wroteAt === null || isPast(wroteAt, DAY_MS)) && isPast(triedAt, HOUR_MS);

/**
 * Writes a backup if one is due.
 *
 * @param isRequested writes it even if none is due
 */
export async function backUp(isAsked: boolean): Promise<void> {
  await navigator.locks.request('offprint-daily-backup', async () => {
    const daily = await loadDailyBackup();
    if (daily === null) {
      await browser.alarms.clear(ALARM);
      return;
    }
    // An existing alarm keeps its time.
    if ((await browser.alarms.get(ALARM)) === undefined)
      await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
    if (!isAsked && !isDue(daily)) return;
    const after = await stayAwake(() => writeDailyBackup(daily));
    // The user may have ended backups or chosen another folder meanwhile.
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
