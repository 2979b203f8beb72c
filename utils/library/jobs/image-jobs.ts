/** The queue of images to fetch, stored as rows. Does not fetch anything itself. */
import { getRetryTime } from '../../fetching/retry.ts';
import { countImages, queueImages } from '../articles/article-images.ts';
import { queryImages } from '../articles/article-parts.ts';
import { writeArticles } from '../articles/article-writes.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ImageFailure, ImageRow, JobRow } from '../types.ts';
import { claimDue } from './due-jobs.ts';
import { applyImageLimit, clearImageTime, FINAL_FAILURES, MAX_IMAGE_BYTES } from './image-limits.ts';

/** Retry delays in milliseconds. After the last one, a job is given up. */
const RETRY_DELAYS_MS = [30_000, 120_000, 600_000];

/** Maximum number of due jobs to search for one with a free host. */
const MAX_LOOK_AHEAD = 100;

/** Claims the next due job. @param busyHosts hosts to skip for now @returns null if no job is due */
export function claimJob(
  busyHosts: ReadonlySet<string> = new Set(),
  now = Date.now(),
  db: LibraryDb = library,
): Promise<JobRow | null> {
  return claimDue(db.jobs, busyHosts, now, MAX_LOOK_AHEAD);
}

/** Number of unfinished jobs of one article, or of all. */
export function countJobs(articleId: string | null = null, db: LibraryDb = library): Promise<number> {
  return articleId === null ? db.jobs.count() : db.jobs.where('articleId').equals(articleId).count();
}

/**
 * Ends a job with a change of its image, and updates the article's counts, in one transaction.
 *
 * @param changeFor returns the change, given the total size of the article's other pictures
 */
async function finish(
  db: LibraryDb,
  job: JobRow,
  changeFor: (bytes: number) => Partial<ImageRow>,
): Promise<void> {
  await db.write([db.jobs, db.images, db.articles, db.counts], async () => {
    const current = await db.jobs.get(job.id);
    await db.jobs.delete(job.id);
    // The article was saved again or deleted meanwhile. New images have their own jobs.
    if (current === undefined) return;
    const images = await queryImages(db, job.articleId).toArray();
    const image = images.find(({ id }) => id === job.imageId);
    if (image === undefined) return;
    const others = images.reduce((sum, { id, bytes }) => (id === image.id ? sum : sum + bytes), 0);
    Object.assign(image, changeFor(others));
    await db.images.put(image);
    const article = await db.articles.get(job.articleId);
    if (article === undefined) return;
    countImages(article, images);
    await writeArticles(db, (writes) => writes.put(article));
  });
}

/**
 * Stores a fetched image, unless that exceeds `MAX_IMAGE_BYTES` for the article, since several may have been in
 * progress.
 *
 * @throws LibraryFullError if there is no room; the job stays then
 */
export function completeJob(job: JobRow, blob: Blob, type: string, db: LibraryDb = library): Promise<void> {
  return finish(db, job, (others) =>
    others + blob.size > MAX_IMAGE_BYTES
      ? { state: 'failed', error: 'too-much' }
      : { state: 'saved', error: null, blob, type, bytes: blob.size },
  );
}

/**
 * Records a failed attempt.
 *
 * @param mayRetry whether a later retry makes sense
 * @param wait retry delay requested by the site in milliseconds, or null
 * @returns when it is retried, or null if it is given up
 */
export async function failJob(
  job: JobRow,
  reason: ImageFailure,
  mayRetry: boolean,
  wait: number | null = null,
  now = Date.now(),
  db: LibraryDb = library,
): Promise<number | null> {
  const dueAt = mayRetry ? getRetryTime(RETRY_DELAYS_MS, job.attempts, wait, now) : null;
  if (dueAt === null) {
    await finish(db, job, () => ({ state: 'failed', error: reason }));
    return null;
  }
  // `update` instead of `put`, since a deleted job must not reappear.
  await db.jobs.update(job.id, { state: 'waiting', dueAt });
  return dueAt;
}

/**
 * Queues missing images of an article again, up to the limit per article. Must run inside the caller's transaction,
 * which includes `jobs`, `images`, `articles` and `counts`.
 *
 * @returns the number of queued images
 */
export async function requeueImages(
  db: LibraryDb,
  articleId: string,
  isWanted: (image: ImageRow) => boolean,
): Promise<number> {
  const article = await db.articles.get(articleId);
  const images = await queryImages(db, articleId).toArray();
  const wanted = images.filter(isWanted);
  if (article === undefined || wanted.length === 0) return 0;
  const queued = applyImageLimit(images, wanted);
  await db.images.bulkPut(wanted);
  await queueImages(db, queued, Date.now());
  countImages(article, images);
  await writeArticles(db, (writes) => writes.put(article));
  return queued.length;
}

/**
 * Queues an article's failed images again, except for those beyond the limits and those that must not be fetched.
 *
 * @returns the number of images
 */
export function retryFailedImages(articleId: string, db: LibraryDb = library): Promise<number> {
  return db.transaction('rw', db.jobs, db.images, db.articles, db.counts, db.meta, async () => {
    await clearImageTime(articleId, db);
    return requeueImages(
      db,
      articleId,
      ({ state, error }) => state === 'failed' && !FINAL_FAILURES.has(error),
    );
  });
}
