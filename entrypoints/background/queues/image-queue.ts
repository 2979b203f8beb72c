import { TooBigError } from '../../../utils/fetching/errors.ts';
import { type FetchFailure, judgeFailure } from '../../../utils/fetching/judge-failure.ts';
import {
  clearImageTime,
  recordImageTime,
  remainingImageAllowance,
} from '../../../utils/library/jobs/image-caps.ts';
import {
  claimJob,
  completeJob,
  countJobs,
  failJob,
  nextDueAt,
  postponeJob,
  requeueStaleClaims,
  retryFailedImages,
} from '../../../utils/library/jobs/image-jobs.ts';
import { LibraryFullError } from '../../../utils/library/schema/errors.ts';
import type { ImageFailure, JobRow } from '../../../utils/library/types.ts';
import { fetchOutside } from '../../../utils/platform/fetch-outside.ts';
import { makeJobQueue } from '../jobs/job-queue.ts';
import { imageOf } from '../save/keep-image.ts';

/** Bytes one image may have. */
const IMAGE_LIMIT = 15 * 1024 * 1024;

/** Milliseconds one image may take. */
const TIMEOUT = 60_000;

/** Fetches at once, in all and for one host: what a browser does for a page, and less. */
const AT_ONCE = 6;
const AT_ONCE_PER_HOST = 2;

/** Why a picture is not here, as its row says it. */
const IMAGE_FAILURE: Record<FetchFailure, ImageFailure> = {
  needsLogin: 'refused',
  refused: 'refused',
  gone: 'gone',
  tooBig: 'too-big',
  notPublic: 'not-public',
  noAccess: 'no-access',
  unreachable: 'unreachable',
};

/** @param limit bytes that there is room for in the article */
async function fetchImage(job: JobRow, limit: number): Promise<void> {
  try {
    const limits = { bytes: Math.min(limit, IMAGE_LIMIT), time: TIMEOUT };
    const image = await imageOf(await fetchOutside(job.url, limits));
    if (image === null) await failJob(job, 'not-image', false);
    else await completeJob(job, image, image.type);
  } catch (error) {
    if (error instanceof LibraryFullError) return void (await failJob(job, 'disk-full', false));
    if (error instanceof TooBigError && limit < IMAGE_LIMIT)
      return void (await failJob(job, 'too-much', false));
    const { reason, mayRetry, wait } = judgeFailure(error);
    // Without a network nobody is to blame: it is no try.
    if (reason === 'unreachable' && globalThis.navigator?.onLine === false) await postponeJob(job);
    else await failJob(job, IMAGE_FAILURE[reason], mayRetry, wait);
  }
}

async function run(job: JobRow): Promise<void> {
  const left = await remainingImageAllowance(job.articleId);
  if (left.bytes <= 0 || left.time <= 0) {
    await failJob(job, left.bytes <= 0 ? 'too-much' : 'too-slow', false);
    return;
  }
  const start = Date.now();
  await fetchImage(job, left.bytes);
  await recordImageTime(job.articleId, Date.now() - start);
}

const queue = makeJobQueue<JobRow>({
  name: 'image-queue',
  atOnce: AT_ONCE,
  atOncePerHost: AT_ONCE_PER_HOST,
  claim: claimJob,
  run,
  nextDueAt,
  isEmpty: async () => (await countJobs()) === 0,
  onEmpty: () => clearImageTime(null),
  requeue: requeueStaleClaims,
});

/** Says that there may be pictures to fetch. Returns at once. */
export const wakeImageQueue = queue.wake;

/** Queues the images of an article again that could not be fetched. */
export async function retryImages(articleId: string): Promise<void> {
  await retryFailedImages(articleId);
  wakeImageQueue();
}

/** Goes on where the background was stopped: at every start, and by alarm while jobs wait. */
export const setUpImageQueue = queue.setUp;
