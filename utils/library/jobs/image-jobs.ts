/** The queue of images to fetch, as rows in the database. Knows nothing of fetching. */
import { nextTryAt } from '../../fetching/retry.ts';
import { countImages, queueImages } from '../articles/article-images.ts';
import { imagesOf } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import { ViewTally } from '../lists/view-tally.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ImageFailure, ImageRow, JobRow } from '../types.ts';
import { claimDue, nextDue, postpone, requeueClaims } from './due-jobs.ts';
import { askForImages, FINAL_FAILURES, forgetImageTime, MOST_IMAGE_BYTES } from './image-caps.ts';

/** Waits before the second, third and fourth try, in milliseconds. After the fourth a job is given up. */
const BACK_OFF = [30_000, 120_000, 600_000];

/** Due jobs looked through for a host that is free. */
const LOOK_AHEAD = 100;

/**
 * Takes the next due job, so that nobody else takes it.
 *
 * @param busyHosts hosts to leave alone for now
 * @returns null where nothing is due
 */
export function claimJob(
  busyHosts: ReadonlySet<string> = new Set(),
  now = Date.now(),
  db: LibraryDb = library,
): Promise<JobRow | null> {
  return claimDue(db.jobs, busyHosts, now, LOOK_AHEAD);
}

/** Puts back what was claimed `before` (milliseconds since 1970) and never finished. */
export function requeueStaleClaims(before: number, db: LibraryDb = library): Promise<number> {
  return requeueClaims(db.jobs, before);
}

/** When the next job is due, milliseconds since 1970; null where none is waiting. */
export function nextDueAt(db: LibraryDb = library): Promise<number | null> {
  return nextDue(db.jobs);
}

/** Jobs not finished, of one article or of all. */
export function countJobs(articleId: string | null = null, db: LibraryDb = library): Promise<number> {
  return articleId === null ? db.jobs.count() : db.jobs.where('articleId').equals(articleId).count();
}

/** Writes an article whose images were counted: that may put it into or out of what is incomplete. */
async function replace(db: LibraryDb, article: ArticleRow): Promise<void> {
  const tally = new ViewTally();
  await db.articles.put(tally.place(article));
  await tally.write(db);
}

/**
 * Ends a job with a change to its image, and puts the article's counts right. All or nothing.
 *
 * @param changeFor the change, given the bytes of the article's other pictures
 */
async function finish(
  db: LibraryDb,
  job: JobRow,
  changeFor: (bytes: number) => Partial<ImageRow>,
): Promise<void> {
  try {
    await db.transaction('rw', db.jobs, db.images, db.articles, db.counts, async () => {
      const current = await db.jobs.get(job.id);
      await db.jobs.delete(job.id);
      // Article saved again or gone meanwhile: its images have jobs of their own, or need none.
      if (current === undefined) return;
      const images = await imagesOf(db, job.articleId).toArray();
      const image = images.find(({ id }) => id === job.imageId);
      if (image === undefined) return;
      const others = images.reduce((sum, { id, bytes }) => (id === image.id ? sum : sum + bytes), 0);
      Object.assign(image, changeFor(others));
      await db.images.put(image);
      const article = await db.articles.get(job.articleId);
      if (article === undefined) return;
      countImages(article, images);
      await replace(db, article);
    });
  } catch (error) {
    throw explainFailure(error);
  }
}

/**
 * The image is here. It is kept unless the article's pictures are over `MOST_IMAGE_BYTES` with it: several may have
 * been on their way.
 *
 * @throws LibraryFullError when there is no room for it; the job is then still there
 */
export function completeJob(job: JobRow, blob: Blob, type: string, db: LibraryDb = library): Promise<void> {
  return finish(db, job, (others) =>
    others + blob.size > MOST_IMAGE_BYTES
      ? { state: 'failed', error: 'too-much' }
      : { state: 'saved', error: null, blob, type, bytes: blob.size },
  );
}

/**
 * The image could not be fetched.
 *
 * @param mayRetry whether another try, later, makes sense
 * @param wait milliseconds the site asked for, or null
 * @returns when it will be tried again, or null when it is given up
 */
export async function failJob(
  job: JobRow,
  reason: ImageFailure,
  mayRetry: boolean,
  wait: number | null = null,
  now = Date.now(),
  db: LibraryDb = library,
): Promise<number | null> {
  const dueAt = mayRetry ? nextTryAt(BACK_OFF, job.attempts, wait, now) : null;
  if (dueAt === null) {
    await finish(db, job, () => ({ state: 'failed', error: reason }));
    return null;
  }
  // `update` and not `put`: a job that is gone must not come back.
  await db.jobs.update(job.id, { state: 'waiting', dueAt });
  return dueAt;
}

/** The image could not be tried: there is no network. It waits as long as there is none. */
export function postponeJob(job: JobRow, now = Date.now(), db: LibraryDb = library): Promise<void> {
  return postpone(db.jobs, job, now);
}

/**
 * Queues an article's failed images again, but for those that an article may not hold, or that may not be fetched.
 *
 * @returns how many
 */
export function retryFailedImages(articleId: string, db: LibraryDb = library): Promise<number> {
  return db.transaction('rw', db.jobs, db.images, db.articles, db.counts, db.meta, async () => {
    await forgetImageTime(articleId, db);
    const images = await imagesOf(db, articleId).toArray();
    const failed = images.filter((image) => image.state === 'failed' && !FINAL_FAILURES.has(image.error));
    const asked = askForImages(images, failed);
    await db.images.bulkPut(failed);
    await queueImages(db, asked, Date.now());
    const article = await db.articles.get(articleId);
    if (article !== undefined) {
      countImages(article, images);
      await replace(db, article);
    }
    return asked.length;
  });
}
