/** A backup a day into a folder of this computer, where the user has chosen one. */
import { writeBackup } from '../../utils/library/backup/backup-write.ts';
import { browser } from '../../utils/platform/browser.ts';
import {
  type DailyBackup,
  type DailyTrouble,
  loadDailyBackup,
  storeDailyBackup,
} from '../../utils/platform/daily-backup.ts';
import { loadSettings } from '../../utils/platform/settings-storage.ts';
import { writeIntoFolder } from '../../utils/sync/places/backup-folder.ts';
import { openKeptFolder } from '../../utils/sync/places/folder-kind.ts';
import { PlaceError } from '../../utils/sync/places/place-error.ts';
import { stayAwake } from './jobs/stay-awake.ts';

const ALARM = 'daily-backup';
const ALARM_MINUTES = 30;

/** In ms. What failed is tried again with the next alarm. */
const DAY = 24 * 3_600_000;

function troubleOf(error: unknown): DailyTrouble {
  if (!(error instanceof PlaceError)) return 'failed';
  const { code } = error;
  return code === 'noAccess' || code === 'notFound' || code === 'full' ? code : 'failed';
}

/** So much less than last time that something may be wrong with the library: then nothing older goes. */
const isShrunken = (before: number, now: number): boolean => now === 0 || now < before / 2;

async function back(daily: DailyBackup): Promise<DailyBackup> {
  const triedAt = Date.now();
  try {
    const folder = await openKeptFolder(daily.folder.id);
    const settings = await loadSettings();
    const { articles, bytes } = await writeIntoFolder(
      folder,
      (sink) => writeBackup(sink, { settings }),
      triedAt,
      (written) => !isShrunken(daily.articles, written.articles),
    );
    return { ...daily, wroteAt: triedAt, articles, bytes, trouble: null, triedAt };
  } catch (error) {
    console.warn('offprint: no daily backup', error);
    return { ...daily, trouble: troubleOf(error), triedAt };
  }
}

/** A clock that was put back must not end it. */
const isDue = ({ wroteAt }: DailyBackup): boolean =>
  wroteAt === null || Math.abs(Date.now() - wroteAt) >= DAY;

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
