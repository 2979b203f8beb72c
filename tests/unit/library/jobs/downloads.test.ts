import { beforeEach, expect, it } from 'vitest';
import { saveArticles } from '../../../../utils/library/articles/save-article.ts';
import { readDownloads, startDownloads, stopDownloads } from '../../../../utils/library/jobs/downloads.ts';
import { claimTextJob, completeTextJob, failTextJob } from '../../../../utils/library/jobs/text-jobs.ts';
import type { LibraryDb } from '../../../../utils/library/schema/library-db.ts';
import type { TextJobRow } from '../../../../utils/library/user-types.ts';
import { freshLibrary } from '../fresh-library.ts';
import { makeSave } from '../make-article.ts';

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
  await completeTextJob(job, { article, quotes: [], images: [], html: article.html }, db);
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
