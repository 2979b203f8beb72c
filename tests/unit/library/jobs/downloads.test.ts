import { beforeEach, describe, expect, it } from 'vitest';
import words from '../../../../locales/en.json';
import { getFullArticle, getImages } from '../../../../utils/library/articles/articles.ts';
import { reportCompleteness } from '../../../../utils/library/articles/completeness.ts';
import { deleteArticles, purgeDeleted } from '../../../../utils/library/articles/delete-articles.ts';
import { saveArticle, saveArticles } from '../../../../utils/library/articles/save-article.ts';
import { readDownloads, startDownloads, stopDownloads } from '../../../../utils/library/jobs/downloads.ts';
import { nextDueTime, requeueClaims } from '../../../../utils/library/jobs/due-jobs.ts';
import {
  claimJob,
  completeJob,
  countJobs,
  failJob,
  retryFailedImages,
} from '../../../../utils/library/jobs/image-jobs.ts';
import {
  MAX_IMAGE_BYTES,
  MAX_IMAGE_TIME_MS,
  MAX_IMAGES,
} from '../../../../utils/library/jobs/image-limits.ts';
import { claimTextJob, completeTextJob, failTextJob } from '../../../../utils/library/jobs/text-jobs.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import type { JobRow } from '../../../../utils/library/types.ts';
import type { TextJobRow } from '../../../../utils/library/user-types.ts';
import { freshDisk, freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

const NO_HOST = new Set<string>();
const PICTURES = ['https://a.example/1.png', 'https://a.example/2.png', 'https://b.example/3.png'];
const picture = new Blob(['picture'], { type: 'image/png' });

const savePictures = async (db: LibraryDb, images = PICTURES): Promise<string> =>
  (await saveArticle(makeSave({}, { images }), db)).articleId;

async function claim(db: LibraryDb, now = Date.now(), busy = NO_HOST): Promise<JobRow> {
  const job = await claimJob(busy, now, db);
  if (job === null) throw new Error('nothing to claim');
  return job;
}

it('the queue of pictures gives each job to one claimant only', async () => {
  const disk = freshDisk();
  const one = disk.open();
  const other = disk.open();
  await savePictures(one);
  const claimed = await Promise.all([one, other, one, other].map((db) => claimJob(NO_HOST, Date.now(), db)));
  const urls = claimed.flatMap((job) => job?.url ?? []);
  expect(new Set(urls).size).toBe(3);
  expect(urls).toHaveLength(3);
});

it('the queue of pictures leaves a busy host alone', async () => {
  const db = freshLibrary();
  await savePictures(db);
  expect((await claim(db, Date.now(), new Set(['a.example']))).url).toBe(PICTURES[2]);
  expect(await claimJob(new Set(['a.example']), Date.now(), db)).toBeNull();
});

it('the queue of pictures goes on after the background was killed at any step', async () => {
  const disk = freshDisk();
  const articleId = await savePictures(disk.open());
  // Each life of the background claims one job more than it finishes.
  for (let life = 0; life < 3; life += 1) {
    const db = disk.open();
    await requeueClaims(db.jobs, Date.now() + 2);
    const job = await claim(db, Date.now() + 1);
    await claimJob(NO_HOST, Date.now() + 1, db);
    await completeJob(job, picture, 'image/png', db);
    db.close();
  }
  const db = disk.open();
  expect(await countJobs(null, db)).toBe(0);
  expect((await getFullArticle(articleId, db))?.article).toMatchObject({ imagesTotal: 3, imagesSaved: 3 });
});

it('the queue of pictures waits longer after each failure, then gives up and says why', async () => {
  const db = freshLibrary();
  const articleId = await savePictures(db, PICTURES.slice(0, 1));
  let now = Date.now();
  const waits: number[] = [];
  for (;;) {
    const due = await failJob(await claim(db, now), 'unreachable', true, null, now, db);
    if (due === null) break;
    expect(await claimJob(NO_HOST, due - 1, db)).toBeNull();
    expect(await nextDueTime(db.jobs)).toBe(due);
    waits.push(due - now);
    now = due;
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(waits.length).toBeGreaterThan(1);
  expect(await getImages(articleId, db)).toMatchObject([{ state: 'failed', error: 'unreachable' }]);
  expect((await getFullArticle(articleId, db))?.article.imagesFailed).toBe(1);
});

it('the queue of pictures does not ask again where the site refused, unless the user does', async () => {
  const db = freshLibrary();
  const articleId = await savePictures(db, PICTURES.slice(0, 1));
  expect(await failJob(await claim(db), 'refused', false, null, Date.now(), db)).toBeNull();
  expect(await countJobs(articleId, db)).toBe(0);
  expect(await retryFailedImages(articleId, db)).toBe(1);
  await completeJob(await claim(db), picture, 'image/png', db);
  expect((await getFullArticle(articleId, db))?.article).toMatchObject({
    imagesSaved: 1,
    imagesFailed: 0,
  });
});

it('the queue of pictures fetches the first pictures of very many, and counts the rest', async () => {
  const db = freshLibrary();
  const many = Array.from({ length: 3 * MAX_IMAGES }, (_, i) => `https://a.example/${i}.png`);
  const articleId = await savePictures(db, many);
  expect(await countJobs(articleId, db)).toBe(MAX_IMAGES);
  const over = many.length - MAX_IMAGES;
  const report = await reportCompleteness(articleId, db);
  expect(report).toMatchObject({ imagesTotal: many.length, imagesOverLimit: over, maxImages: MAX_IMAGES });
  expect(report?.article).toMatchObject({ imagesTotal: many.length, imagesFailed: over });
  await completeJob(await claim(db), picture, 'image/png', db);
  expect((await getFullArticle(articleId, db))?.article).toMatchObject({
    imagesTotal: many.length,
    imagesSaved: 1,
    imagesFailed: over,
  });
  // Saved again with fewer, it lacks nothing.
  await savePictures(db);
  expect(await reportCompleteness(articleId, db)).toMatchObject({ imagesTotal: 3, imagesOverLimit: 0 });
});

it('the queue of pictures asks again for no more than an article may hold, however many a file brought', async () => {
  const db = freshLibrary();
  const articleId = await savePictures(db, []);
  const rows = Array.from({ length: MAX_IMAGES + 50 }, (_, i) => ({
    ...{ id: `${i}`, articleId, url: `https://a.example/${i}.png`, state: 'failed' as const },
    ...{
      error: i % 2 === 0 ? ('gone' as const) : ('not-in-backup' as const),
      blob: null,
      type: '',
      bytes: 0,
    },
  }));
  await db.images.bulkPut(rows);
  expect(await retryFailedImages(articleId, db)).toBe(MAX_IMAGES);
  expect(await countJobs(articleId, db)).toBe(MAX_IMAGES);
  expect(await db.images.filter(({ error }) => error === 'too-many').count()).toBe(50);
});

it('the queue of pictures keeps no picture that brings an article over its share of the disk', async () => {
  const db = freshLibrary();
  const articleId = await savePictures(db);
  const job = await claim(db);
  const other = (await getImages(articleId, db)).find(({ id }) => id !== job.imageId);
  await db.images.update(other?.id ?? '', { state: 'saved', bytes: MAX_IMAGE_BYTES - picture.size + 1 });
  await completeJob(job, picture, 'image/png', db);
  const image = (await getImages(articleId, db)).find(({ id }) => id === job.imageId);
  expect(image).toMatchObject({ state: 'failed', error: 'too-much', blob: null });
});

it('the queue of pictures names its limits in words as they are', () => {
  expect(words.readerImage_tooMany).toContain(`${MAX_IMAGES}`);
  expect(words.readerImage_tooMuch).toContain(`${MAX_IMAGE_BYTES / 1024 / 1024} MB`);
  expect(words.readerImage_tooSlow).toContain(`${MAX_IMAGE_TIME_MS / 60_000} minutes`);
});

it('the queue of pictures drops the result of a job whose article is gone', async () => {
  const db = freshLibrary();
  const articleId = await savePictures(db);
  const [done, failed] = [await claim(db), await claim(db)];
  await deleteArticles([articleId], db);
  await purgeDeleted(Date.now() + 1, db);
  await completeJob(done, picture, 'image/png', db);
  await failJob(failed, 'unreachable', true, null, Date.now(), db);
  expect(await db.images.count()).toBe(0);
  expect(await countJobs(null, db)).toBe(0);
});

describe('downloads of texts', () => {
  let db: LibraryDb;
  /** Articles of which only the address is saved. */
  let ids: string[];

  async function claim(): Promise<TextJobRow> {
    const job = await claimTextJob(new Set(), Date.now(), db);
    if (job === null) throw new Error('nothing is queued');
    return job;
  }

  const states = async () => {
    const { waiting, failed } = await readDownloads(db);
    return ids.map((id) => (waiting.has(id) ? 'waiting' : (failed.get(id) ?? null)));
  };

  beforeEach(async () => {
    db = freshLibrary();
    const links = ['quay', 'mill'].map((name) =>
      makeSave(
        { url: `https://${name}.example/a`, text: '', html: '' },
        { linkOnly: true, savedFrom: 'import' },
      ),
    );
    const saved = await saveArticles([makeSave(), ...links], db);
    ids = saved.slice(1).map(({ articleId }) => articleId);
  });

  it('downloads one article, which is then in the library with its text', async () => {
    const [quay = ''] = ids;
    expect(await startDownloads([quay], db)).toBe(1);
    expect(await states()).toEqual(['waiting', null]);
    const job = await claim();
    expect(job.url).toBe('https://quay.example/a');
    const { article } = makeSave({ url: job.url });
    await completeTextJob(job, { article, quotes: [], images: [] }, db);
    expect(await db.articles.get(quay)).toMatchObject({ hasText: true });
    expect(await states()).toEqual([null, null]);
  });

  it('downloads all that have no text, and stops when it is told to', async () => {
    expect(await startDownloads(null, db)).toBe(2);
    expect(await startDownloads(null, db)).toBe(2);
    expect(await db.textJobs.count()).toBe(2);
    await stopDownloads(db);
    expect(await states()).toEqual([null, null]);
  });

  it('says why a download failed until it is tried again, without the address', async () => {
    await startDownloads(ids.slice(0, 1), db);
    await failTextJob(await claim(), 'gone', false, null, db);
    expect(await states()).toEqual(['gone', null]);
    expect(JSON.stringify(await db.importFailures.toArray())).not.toContain('quay.example');
    await startDownloads(ids.slice(0, 1), db);
    expect(await states()).toEqual(['waiting', null]);
  });

  it('tries again at once what waits for its next try', async () => {
    await startDownloads(ids.slice(0, 1), db);
    await failTextJob(await claim(), 'unreachable', true, null, db);
    expect(await claimTextJob(new Set(), Date.now(), db)).toBeNull();
    await startDownloads(ids.slice(0, 1), db);
    expect((await claim()).articleId).toBe(ids[0]);
  });
});
