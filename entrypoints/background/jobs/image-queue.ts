import { TooBigError } from '../../../utils/fetching/errors.ts';
import { type FetchFailure, judgeFailure } from '../../../utils/fetching/judge-failure.ts';
import { library } from '../../../utils/library/db.ts';
import { postpone } from '../../../utils/library/jobs/due-jobs.ts';
import { claimJob, completeJob, failJob, retryFailedImages } from '../../../utils/library/jobs/image-jobs.ts';
import {
  clearImageTime,
  recordImageTime,
  remainingImageAllowance,
} from '../../../utils/library/jobs/image-limits.ts';
import { LibraryFullError } from '../../../utils/library/schema/errors.ts';
import type { ImageFailure, JobRow } from '../../../utils/library/types.ts';
import { fetchPublicUrl } from '../../../utils/platform/fetch-public-url.ts';
import { readImage } from '../save/store-image.ts';
import { makeJobQueue } from './job-queue.ts';

const MAX_IMAGE_BYTES = 15 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

/** Concurrent fetches, in total and per host; fewer than a browser makes for a page. */
const MAX_CONCURRENT = 6;
const MAX_CONCURRENT_PER_HOST = 2;

/** Maps the result of a fetch to the reason stored in the image's row. */
const IMAGE_FAILURES: Record<FetchFailure, ImageFailure> = {
  needsLogin: 'refused',
  refused: 'refused',
  gone: 'gone',
  tooBig: 'too-big',
  notPublic: 'not-public',
  noAccess: 'no-access',
  unreachable: 'unreachable',
};

/** @param limit remaining allowance for the article's images in bytes */
async function fetchImage(job: JobRow, limit: number): Promise<void> {
  try {
    const limits = { bytes: Math.min(limit, MAX_IMAGE_BYTES), time: TIMEOUT_MS };
    const image = await readImage(await fetchPublicUrl(job.url, limits));
    if (image === null) await failJob(job, 'not-image', false);
    else await completeJob(job, image, image.type);
  } catch (error) {
    if (error instanceof LibraryFullError) return void (await failJob(job, 'disk-full', false));
    if (error instanceof TooBigError && limit < MAX_IMAGE_BYTES)
      return void (await failJob(job, 'too-much', false));
    const { reason, mayRetry, wait } = judgeFailure(error);
    // A failure without a network connection does not count as a try.
    if (reason === 'unreachable' && globalThis.navigator?.onLine === false) await postpone(library.jobs, job);
    else await failJob(job, IMAGE_FAILURES[reason], mayRetry, wait);
  }
}

async function run(job: JobRow): Promise<void> {
  const allowance = await remainingImageAllowance(job.articleId);
  if (allowance.bytes <= 0 || allowance.time <= 0) {
    await failJob(job, allowance.bytes <= 0 ? 'too-much' : 'too-slow', false);
    return;
  }
  const start = Date.now();
  await fetchImage(job, allowance.bytes);
  await recordImageTime(job.articleId, Date.now() - start);
}

const queue = makeJobQueue<JobRow>({
  name: 'image-queue',
  table: library.jobs,
  maxConcurrent: MAX_CONCURRENT,
  maxConcurrentPerHost: MAX_CONCURRENT_PER_HOST,
  claim: claimJob,
  run,
  onEmpty: () => clearImageTime(null),
});

/** Starts fetching images. Returns at once. */
export const wakeImageQueue = queue.wake;

/** Requeues the images of an article that could not be fetched. */
export async function retryImages(articleId: string): Promise<void> {
  await retryFailedImages(articleId);
  wakeImageQueue();
}

export const setUpImageQueue = queue.setUp;
