import {
  claimTextJob,
  completeTextJob,
  failTextJob,
  nextTextDueAt,
  postponeTextJob,
  requeueTextClaims,
} from '../../utils/library/jobs/text-jobs.ts';
import type { TextJobRow } from '../../utils/library/reader-types.ts';
import { browser } from '../../utils/platform/browser.ts';
import { wakeImageQueue } from './image-queue.ts';
import { fetchPage } from './save/fetch-page.ts';
import { whyNotFetched } from './save/why-not-fetched.ts';
import { keepIconOf } from './site-icon.ts';
import { tidyAfterSave } from './upkeep.ts';

/** Fetches at once in all; a site gets one at a time, and this long a rest after each (ms). Slower than a reader. */
const AT_ONCE = 4;
const REST = 2000;

const ALARM = 'import-texts';
const ALARM_MINUTES = 0.5;

/** Without a network nobody is to blame: it is no try. */
const isOffline = (): boolean => globalThis.navigator?.onLine === false;

async function run(job: TextJobRow): Promise<void> {
  try {
    const { icon, ...page } = await fetchPage(job.url);
    await completeTextJob(job, page);
    keepIconOf(job.url, icon ?? undefined);
    wakeImageQueue();
    tidyAfterSave();
  } catch (error) {
    const { why, mayRetry, wait } = whyNotFetched(error);
    if (why === 'unreachable' && isOffline()) return postponeTextJob(job);
    await failTextJob(job, why, mayRetry, wait);
  }
}

const busy = new Set<string>();
let active = 0;
let isFilling = false;
let askedAgain = false;

function start(job: TextJobRow): void {
  active += 1;
  busy.add(job.host);
  run(job)
    .catch((error: unknown) => console.error('offprint: text job', error))
    .finally(() => {
      active -= 1;
      wakeTexts();
      setTimeout(() => {
        busy.delete(job.host);
        wakeTexts();
      }, REST);
    });
}

async function fill(): Promise<void> {
  do {
    askedAgain = false;
    while (active < AT_ONCE) {
      const job = await claimTextJob(busy);
      if (job === null) break;
      start(job);
    }
  } while (askedAgain);
  const due = await nextTextDueAt();
  if (due === null && active === 0) {
    await browser.alarms.clear(ALARM);
    return;
  }
  await browser.alarms.create(ALARM, { periodInMinutes: ALARM_MINUTES });
  if (due !== null && due > Date.now() && due - Date.now() < 60_000)
    setTimeout(wakeTexts, due - Date.now() + 50);
}

/** Says that there may be texts to fetch. Returns at once. */
export function wakeTexts(): void {
  askedAgain = true;
  if (isFilling) return;
  isFilling = true;
  fill()
    .catch((error: unknown) => console.error('offprint: text queue', error))
    .finally(() => {
      isFilling = false;
    });
}

/** Goes on where the background was stopped: at every start, and by alarm while texts are waited for. */
export function setUpTexts(): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) wakeTexts();
  });
  // There is one background, and it has just started: whoever claimed a job is dead.
  requeueTextClaims(Date.now())
    .then(wakeTexts)
    .catch((error: unknown) => console.error('offprint: text queue', error));
}
