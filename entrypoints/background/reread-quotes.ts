import { library } from '../../utils/library/db.ts';
import { hasImportsToRun } from '../../utils/library/imports/run-imports.ts';
import { rereadNext } from '../../utils/library/jobs/reread.ts';
import { isRereadDue } from '../../utils/library/jobs/reread-progress.ts';
import { watchChanges } from '../../utils/library/schema/watch-library.ts';
import { browser } from '../../utils/platform/browser.ts';
import type { QuoteFinder } from '../../utils/quotes/types.ts';
import { doDomTask } from './do-dom-task.ts';
import { oneAtATime, runInSteps } from './jobs/run-work.ts';
import { tidyAfterSave } from './upkeep.ts';

/** Wakes the background while quotes have to be found again, and delays the first run after a start. */
const ALARM = 'reread-quotes';
const ALARM_MINUTES = 0.5;
/** Retry delay after a failure such as a full disk. */
const RETRY_MINUTES = 15;

/** Runs 10 of every 30 seconds and works for a tenth of that, so that a few hundred articles take a few minutes. */
const STEP_LIMITS = { maxDurationMs: 10_000, pauseFactor: 9, minPauseMs: 100 };

/** No work is done until the library has not been changed for this long. */
const QUIET_MS = 2000;

let changedAt = 0;
/** Whether the current changes are made by this module. */
let isOwnWrite = false;

/** Uses a separate worker, so that saving does not have to wait. The worker has its own time limit. */
const findQuotes: QuoteFinder = async (question) => {
  const quotes = await doDomTask({ kind: 'quotes', question }, null);
  isOwnWrite = true;
  return quotes;
};

async function step(): Promise<boolean> {
  try {
    return await rereadNext(findQuotes);
  } finally {
    isOwnWrite = false;
  }
}

const isBusy = async (): Promise<boolean> => Date.now() - changedAt < QUIET_MS || (await hasImportsToRun());

async function wakeLater(): Promise<void> {
  // Recreating the alarm at every start of the background would postpone it indefinitely.
  if ((await browser.alarms.get(ALARM)) === undefined)
    await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
}

async function run(): Promise<void> {
  try {
    if (await runInSteps({ step, isBusy, ...STEP_LIMITS })) await wakeLater();
    else await browser.alarms.clear(ALARM);
  } catch (error) {
    await browser.alarms.create(ALARM, { delayInMinutes: RETRY_MINUTES, periodInMinutes: ALARM_MINUTES });
    throw error;
  } finally {
    tidyAfterSave();
  }
}

const rereading = oneAtATime('articles read again', run);

/** Schedules a run if there are articles whose quotes were found by an older engine. Returns at once. */
export function wakeReread(): void {
  isRereadDue(library)
    .then((isDue) => (isDue ? wakeLater() : undefined))
    .catch((error: unknown) => console.error('offprint: articles read again', error));
}

/**
 * Finds the quotes of saved articles again after an update of the engine or the restoration of a backup. Resumes after the
 * background was stopped.
 */
export function setUpReread(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM && !rereading.isRunning()) rereading.wake();
  });
  watchChanges(() => {
    if (!isOwnWrite) changedAt = Date.now();
  });
  wakeReread();
}
