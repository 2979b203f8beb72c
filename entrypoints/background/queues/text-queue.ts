import {
  claimTextJob,
  completeTextJob,
  failTextJob,
  nextTextDueAt,
  postponeTextJob,
  requeueTextClaims,
} from '../../../utils/library/jobs/text-jobs.ts';
import type { TextJobRow } from '../../../utils/library/user-types.ts';
import { makeJobQueue } from '../jobs/job-queue.ts';
import { fetchPageOrPdf } from '../save/fetch-page.ts';
import { whyNotFetched } from '../save/why-not-fetched.ts';
import { keepIconOf } from '../site-icon.ts';
import { tidyAfterSave } from '../upkeep.ts';
import { wakeImageQueue } from './image-queue.ts';

/** Fetches at once in all; a site gets one at a time, and this long a rest after each (ms). Slower than somebody who reads. */
const AT_ONCE = 4;
const REST = 2000;

/** Without a network nobody is to blame: it is no try. */
const isOffline = (): boolean => globalThis.navigator?.onLine === false;

async function run(job: TextJobRow): Promise<void> {
  try {
    const { icon, ...page } = await fetchPageOrPdf(job.url);
    await completeTextJob(job, page);
    keepIconOf(job.url, icon ?? undefined);
    wakeImageQueue();
    tidyAfterSave();
  } catch (error) {
    const { reason, mayRetry, wait } = whyNotFetched(error);
    if (reason === 'unreachable' && isOffline()) return postponeTextJob(job);
    await failTextJob(job, reason, mayRetry, wait);
  }
}

const queue = makeJobQueue<TextJobRow>({
  name: 'import-texts',
  atOnce: AT_ONCE,
  atOncePerHost: 1,
  rest: REST,
  claim: claimTextJob,
  run,
  nextDueAt: nextTextDueAt,
  isEmpty: async () => (await nextTextDueAt()) === null,
  requeue: requeueTextClaims,
});

/** Says that there may be texts to fetch. Returns at once. */
export const wakeTexts = queue.wake;

/** Goes on where the background was stopped: at every start, and by alarm while texts are waited for. */
export const setUpTexts = queue.setUp;
