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

/** Wakes the background while there are articles to read again, and delays the beginning after a start. */
const ALARM = 'reread-quotes';
const ALARM_MINUTES = 0.5;
/** Delay after a failure, such as a full disk: trying again at once would gain nothing. */
const FAILED_MINUTES = 15;

/** A third of the time in stints, of which a tenth is work: some hundred articles in a few minutes, unnoticed. */
const PACE = { maxDurationMs: 10_000, pauseFactor: 9, minPauseMs: 100 };

/** Work pauses while the library was changed within this time. */
const SEND_DEBOUNCE_MS = 2000;

let changedAt = 0;
/** Whether changes at the moment come from this module. */
let isOwnWrite = false;

/** Uses a worker of its own, so that saving does not wait behind it. No time limit: the worker limits itself. */
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

const isBusy = async (): Promise<boolean> =>
  Date.now() - changedAt < SEND_DEBOUNCE_MS || (await hasImportsToRun());

async function wakeLater(): Promise<void> {
  // If it were recreated at every start of the background, it would never be due.
  if ((await browser.alarms.get(ALARM)) === undefined)
    await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
}

async function run(): Promise<void> {
  try {
    if (await runInSteps({ step, isBusy, ...PACE })) await wakeLater();
    else await browser.alarms.clear(ALARM);
  } catch (error) {
    await browser.alarms.create(ALARM, { delayInMinutes: FAILED_MINUTES, periodInMinutes: ALARM_MINUTES });
    throw error;
  } finally {
    tidyAfterSave();
  }
}

const rereading = oneAtATime('articles read again', run);

/** Starts re-reading if there are articles whose quotes an older engine found. Returns at once. */
export function wakeReread(): void {
  isRereadDue(library)
    .then((isDue) => (isDue ? wakeLater() : undefined))
    .catch((error: unknown) => console.error('offprint: articles read again', error));
}

/**
 * Finds quotes in saved articles again after an update with a better engine, and after a restored backup. Continues
 * where the background was stopped.
 */
export function setUpReread(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM && !rereading.isRunning()) rereading.wake();
  });
  watchChanges(() => {
    if (!isOwnWrite) changedAt = Date.now();
  }, new AbortController().signal);
  wakeReread();
}
