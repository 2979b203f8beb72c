/** The queue of texts to fetch for addresses that came without one, stored as rows. Does not fetch anything itself. */
import { getRetryTime } from '../../fetching/retry.ts';
import { statedDetails } from '../articles/article-details.ts';
import { getHost, normaliseAddress } from '../articles/article-identity.ts';
import { queryView } from '../articles/article-parts.ts';
import { writeArticles } from '../articles/article-writes.ts';
import type { ProcessedPage } from '../articles/process-page.ts';
import { saveArticles } from '../articles/save-article.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import type { TextJobRow } from '../user-types.ts';
import { claimDue } from './due-jobs.ts';

/** Retry delays in milliseconds. After the last one, a job is given up. */
const RETRY_DELAYS_MS = [60_000, 300_000, 1_800_000];

/** Maximum number of due jobs to search for one with a free host. */
const MAX_LOOK_AHEAD = 400;

/** Why a text could not be fetched. Each has a sentence `importWhy_<code>` in `locales`. */
export type TextFailure =
  | 'refused'
  | 'needsLogin'
  | 'gone'
  | 'unreachable'
  | 'noArticle'
  | 'tooBig'
  | 'tooSlow'
  | 'notPublic'
  | 'noAccess'
  | 'diskFull';

/** Queues the texts of some articles. Must run inside the caller's transaction. */
export async function queueTexts(
  db: LibraryDb,
  importId: string,
  articles: readonly Pick<ArticleRow, 'id' | 'url'>[],
  now: number,
): Promise<number> {
  const known = await db.textJobs
    .where('articleId')
    .anyOf(articles.map(({ id }) => id))
    .toArray();
  const queued = new Set(known.map(({ articleId }) => articleId));
  const fresh = articles.filter(({ id }) => !queued.has(id));
  await db.textJobs.bulkAdd(
    fresh.map(({ id, url }) => ({
      importId,
      articleId: id,
      url,
      host: getHost(url),
      state: 'waiting' as const,
      attempts: 0,
      dueAt: now,
    })),
  );
  return fresh.length;
}

/** Queues all missing texts of the library, as part of a finished import. */
export function queueMissingTexts(importId: string, db: LibraryDb = library): Promise<number> {
  return db.transaction('rw', db.imports, db.textJobs, db.articles, async () => {
    const queued = await queueTexts(db, importId, await queryView(db, 'links').toArray(), Date.now());
    if (queued > 0) await db.imports.update(importId, { state: 'fetching', updatedAt: Date.now() });
    return queued;
  });
}

/** Claims the next due job. @param busyHosts hosts to skip for now */
export function claimTextJob(
  busyHosts: ReadonlySet<string>,
  now = Date.now(),
  db: LibraryDb = library,
): Promise<TextJobRow | null> {
  return claimDue(db.textJobs, busyHosts, now, MAX_LOOK_AHEAD);
}

/**
 * Ends a job and updates its import's counts; the last job ends the import. Must run inside the caller's transaction.
 */
async function endJob(
  db: LibraryDb,
  job: TextJobRow,
  count: 'textsFetched' | 'textsFailed',
): Promise<boolean> {
  if ((await db.textJobs.get(job.id)) === undefined) return false;
  await db.textJobs.delete(job.id);
  const row = await db.imports.get(job.importId);
  if (row === undefined) return true;
  row[count] += 1;
  row.updatedAt = Date.now();
  const waiting = await db.textJobs.where('importId').equals(job.importId).count();
  if (waiting === 0 && row.state === 'fetching') row.state = 'done';
  await db.imports.put(row);
  return true;
}

/**
 * Stores a fetched text in the imported article, whatever address the page states.
 *
 * @throws LibraryFullError if there is no room; the job stays then
 */
export async function completeTextJob(
  job: TextJobRow,
  page: ProcessedPage,
  db: LibraryDb = library,
): Promise<void> {
  await db.write('completeTextJob', async () => {
    const row = await db.articles.get(job.articleId);
    if (!(await endJob(db, job, 'textsFetched'))) return;
    // The article was deleted, or completely saved by the user meanwhile.
    if (row === undefined || row.deletedAt !== null || row.hasText) return;
    const { title } = page.article;
    const article = {
      ...page.article,
      canonicalUrl: row.canonicalUrl,
      title: title || statedDetails(row).title,
    };
    const savedFrom = row.savedFrom;
    await saveArticles([{ ...page, article, savedFrom }], db);
    const saved = await db.articles.get(row.id);
    const identity = normaliseAddress(page.article.canonicalUrl);
    if (saved !== undefined && !saved.addresses.includes(identity)) {
      saved.addresses.push(identity);
      await writeArticles(db, (writes) => writes.put(saved));
    }
  });
}

/**
 * Records a failed attempt.
 *
 * @param mayRetry whether a later retry makes sense
 * @param wait retry delay requested by the site in milliseconds, or null
 * @returns when it is retried, or null if it is given up and listed as failed
 */
export async function failTextJob(
  job: TextJobRow,
  why: TextFailure,
  mayRetry: boolean,
  wait: number | null = null,
  db: LibraryDb = library,
): Promise<number | null> {
  const dueAt = mayRetry ? getRetryTime(RETRY_DELAYS_MS, job.attempts, wait, Date.now()) : null;
  if (dueAt !== null) {
    await db.textJobs.update(job.id, { state: 'waiting', dueAt });
    return dueAt;
  }
  await db.transaction('rw', db.textJobs, db.imports, db.importFailures, db.articles, async () => {
    const { importId, articleId, url } = job;
    const title = (await db.articles.get(articleId))?.title ?? '';
    if (!(await endJob(db, job, 'textsFailed'))) return;
    // Outside of an import, the failure is recorded by the article's id. Its address and title would outlive the
    // article.
    const isAlone = (await db.imports.get(importId)) === undefined;
    const row = isAlone ? { at: articleId, url: '', title: '' } : { at: '', url, title };
    await db.importFailures.add({ importId, ...row, why });
  });
  return null;
}
