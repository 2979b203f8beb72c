/** A backup a day into a folder of this computer, where the user has chosen one. */
import { writeBackup } from '../../utils/library/backup/backup-write.ts';
import { browser } from '../../utils/platform/browser.ts';
import {
  type DailyBackup,
  type DailyBackupError,
  loadDailyBackup,
  storeDailyBackup,
} from '../../utils/platform/daily-backup.ts';
import { loadOwnSettings } from '../../utils/platform/settings-storage.ts';
import { nextBackup, writeBackupFile } from '../../utils/sync/remote/backup-folder.ts';
import { openChosenFolder } from '../../utils/sync/remote/folder.ts';
import { RemoteError } from '../../utils/sync/remote/remote-store.ts';
import { stayAwake } from './jobs/stay-awake.ts';

const ALARM = 'daily-backup';
const ALARM_MINUTES = 30;

/** In ms. What failed, or was ended, is tried again after an hour. */
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function troubleOf(error: unknown): DailyBackupError {
  if (!(error instanceof RemoteError)) return 'failed';
  const { code } = error;
  return code === 'noAccess' || code === 'notFound' || code === 'full' ? code : 'failed';
}

/** So much less than there was that something may be wrong with the library: then nothing older goes. */
const isShrunken = (most: number, now: number): boolean => now === 0 || now < most / 2;

async function back(before: DailyBackup): Promise<DailyBackup> {
  const triedAt = Date.now();
  let daily: DailyBackup = { ...before, triedAt, tries: before.tries + 1 };
  try {
    const folder = await openChosenFolder(daily.folder.id);
    const next = await nextBackup(folder, triedAt, daily.names);
    daily = { ...daily, names: next.names };
    // The browser may end this in the middle, which would not be known afterwards.
    await storeDailyBackup(daily);
    // A policy is of this organisation's browsers, and is not restored anywhere else.
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
    return { ...daily, trouble: troubleOf(error) };
  }
}

/** A clock that was put back must not end it. */
const isPast = (at: number, span: number): boolean => Math.abs(Date.now() - at) >= span;

const isDue = ({ wroteAt, triedAt }: DailyBackup): boolean =>
  (wroteAt === null || isPast(wroteAt, DAY)) && isPast(triedAt, HOUR);

/**
 * Writes one where it is time for it.
 *
 * @param isAsked whatever the time
 */
export async function backUp(isAsked: boolean): Promise<void> {
  await navigator.locks.request('offprint-daily-backup', async () => {
    const daily = await loadDailyBackup();
    if (daily === null) {
      await browser.alarms.clear(ALARM);
      return;
    }
    // One that is there keeps its time.
    if ((await browser.alarms.get(ALARM)) === undefined)
      await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
    if (!isAsked && !isDue(daily)) return;
    const after = await stayAwake(() => back(daily));
    // It may have been ended, or another folder chosen, meanwhile.
    const now = await loadDailyBackup();
    if (now?.folder.id === daily.folder.id) await storeDailyBackup(after);
  });
}

function backUpWhereDue(): void {
  backUp(false).catch((error: unknown) => console.error('offprint: daily backup', error));
}

export function setUpDailyBackup(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) backUpWhereDue();
  });
  backUpWhereDue();
}
