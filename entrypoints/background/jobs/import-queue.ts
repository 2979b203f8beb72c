import {
  clearRestoredSettings,
  findRestoredSettings,
} from '../../../utils/library/backup/restored-settings.ts';
import { library } from '../../../utils/library/db.ts';
import { hasImportsToRun } from '../../../utils/library/imports/run-imports.ts';
import { postpone } from '../../../utils/library/jobs/due-jobs.ts';
import { claimTextJob, completeTextJob, failTextJob } from '../../../utils/library/jobs/text-jobs.ts';
import type { TextJobRow } from '../../../utils/library/user-types.ts';
import { browser } from '../../../utils/platform/browser.ts';
import { updateSettings } from '../../../utils/platform/settings-storage.ts';
import { readBackupSettings } from '../../../utils/settings/read-settings.ts';
import { doDomTask } from '../do-dom-task.ts';
import { wakeReread } from '../reread-quotes.ts';
import { explainFetchError, fetchPageOrPdf } from '../save/fetch-page.ts';
import { storeSiteIconOf } from '../save/store-image.ts';
import { tidyAfterSave } from '../upkeep.ts';
import { wakeImageQueue } from './image-queue.ts';
import { makeJobQueue } from './job-queue.ts';
import { oneAtATime } from './run-work.ts';
import { stayAwake } from './stay-awake.ts';

/** Wakes the background during an import. */
const ALARM = 'import';
const ALARM_MINUTES = 0.5;

async function runImports(): Promise<void> {
  await applyRestoredSettings();
  if (!(await hasImportsToRun())) {
    await browser.alarms.clear(ALARM);
    return;
  }
  await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
  await stayAwake(() => doDomTask({ kind: 'imports' }, null));
  await applyRestoredSettings();
  await browser.alarms.clear(ALARM);
}

async function applyRestoredSettings(): Promise<void> {
  const stored = await findRestoredSettings();
  if (stored === undefined) return;
  const restored = readBackupSettings(stored);
  await updateSettings((settings) => void Object.assign(settings, restored));
  await clearRestoredSettings();
}

const imports = oneAtATime('import', () =>
  runImports().finally(() => {
    wakeTextQueue();
    // A backup may contain articles whose quotes were found by an older engine or are damaged.
    wakeReread();
  }),
);

/** Starts pending imports and downloads of texts. Returns at once. */
export function wakeImports(): void {
  wakeTextQueue();
  imports.wake();
}

/** Resumes imports at every start of the background and, during an import, by an alarm. */
export function setUpImports(): void {
  setUpTextQueue();
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM && !imports.isRunning()) wakeImports();
  });
  wakeImports();
}

/** Concurrent fetches in total. Per host there is one at a time, with a pause after each. */
const MAX_CONCURRENT = 4;
const HOST_PAUSE_MS = 2000;

/** A failure without a network connection does not count as a try. */
const isOffline = (): boolean => globalThis.navigator?.onLine === false;

async function fetchText(job: TextJobRow): Promise<void> {
  try {
    const { icon, ...page } = await fetchPageOrPdf(job.url);
    await completeTextJob(job, page);
    storeSiteIconOf(job.url, icon ?? undefined);
    wakeImageQueue();
    tidyAfterSave();
  } catch (error) {
    const { reason, mayRetry, wait } = explainFetchError(error);
    if (reason === 'unreachable' && isOffline()) return postpone(library.textJobs, job);
    await failTextJob(job, reason, mayRetry, wait);
  }
}

const queue = makeJobQueue<TextJobRow>({
  name: 'import-texts',
  table: library.textJobs,
  maxConcurrent: MAX_CONCURRENT,
  maxConcurrentPerHost: 1,
  pauseMs: HOST_PAUSE_MS,
  claim: claimTextJob,
  run: fetchText,
});

/** Starts downloading texts. Returns at once. */
export const wakeTextQueue = queue.wake;

export const setUpTextQueue = queue.setUp;
