import { library } from '../../utils/library/db.ts';
import { hasImportsToRun } from '../../utils/library/imports/run-imports.ts';
import { type FindQuotes, rereadNext } from '../../utils/library/jobs/reread.ts';
import { isRereadDue } from '../../utils/library/jobs/reread-progress.ts';
import { watchChanges } from '../../utils/library/schema/watch-library.ts';
import { browser } from '../../utils/platform/browser.ts';
import { doWithDom } from '../../utils/platform/parse-page.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { oneAtATime } from './jobs/one-at-a-time.ts';
import { takeSmallSteps } from './jobs/small-steps.ts';
import { quoteHere } from './save/digest-here.ts';
import { tidyAfterSave } from './upkeep.ts';

/** Wakes the background while there are articles to read again, and has it begin a while after a start. */
const ALARM = 'reread-quotes';
const ALARM_MINUTES = 0.5;
/** After a failure, a full disk for one: nothing is gained by trying at once. */
const FAILED_MINUTES = 15;

/** A third of the time at work, and then a tenth of that: some hundred articles in a few minutes, unnoticed. */
const PACE = { stint: 10_000, restShare: 9, rest: 100 };

/** A library that was changed so recently is left to whoever did that, in ms. */
const QUIET = 2000;

let changedAt = 0;
/** What is written now is what has been found. */
let isOurs = false;

/** In a worker of its own: whoever saves meanwhile does not wait behind this. It watches itself, so there is no budget. */
const findQuotes: FindQuotes = async (question) => {
  const task = { kind: 'quotes', question, isQuiet: true } as const;
  const quotes = (await doWithDom(task, quoteHere, null)) as Quote[];
  isOurs = true;
  return quotes;
};

async function step(): Promise<boolean> {
  try {
    return await rereadNext(findQuotes);
  } finally {
    isOurs = false;
  }
}

const isBusy = async (): Promise<boolean> => Date.now() - changedAt < QUIET || (await hasImportsToRun());

async function wakeLater(): Promise<void> {
  // Made anew at each start of a background that starts often, it would never be due.
  if ((await browser.alarms.get(ALARM)) === undefined)
    await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
}

async function run(): Promise<void> {
  try {
    if (await takeSmallSteps({ step, isBusy, ...PACE })) await wakeLater();
    else await browser.alarms.clear(ALARM);
  } catch (error) {
    await browser.alarms.create(ALARM, { delayInMinutes: FAILED_MINUTES, periodInMinutes: ALARM_MINUTES });
    throw error;
  } finally {
    tidyAfterSave();
  }
}

const rereading = oneAtATime('articles read again', run);

/** Says that there may be articles whose quotes an older engine has found. Returns at once. */
export function wakeReread(): void {
  isRereadDue(library)
    .then((isDue) => (isDue ? wakeLater() : undefined))
    .catch((error: unknown) => console.error('offprint: articles read again', error));
}

/**
 * Reads saved articles again after an update whose engine finds quotes better, and after backups. Goes on where the
 * background was stopped.
 */
export function setUpReread(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM && !rereading.isRunning()) rereading.wake();
  });
  watchChanges(() => {
    if (!isOurs) changedAt = Date.now();
  }, new AbortController().signal);
  wakeReread();
}
