/** Texts to be fetched for addresses that came without one, as rows in the database. Knows nothing of fetching. */
import Dexie from 'dexie';
import { nextTryAt } from '../../fetching/retry.ts';
import { statedDetails } from '../articles/article-details.ts';
import { hostOf, identify } from '../articles/article-identity.ts';
import type { DigestedPage } from '../articles/digest-page.ts';
import { saveArticles } from '../articles/save-article.ts';
import { library } from '../db.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import type { TextJobRow } from '../user-types.ts';
import { claimDue, nextDue, postpone, requeueClaims } from './due-jobs.ts';

/** Waits before the second, third and fourth try, in milliseconds. After the fourth a job is given up. */
const BACK_OFF = [60_000, 300_000, 1_800_000];

/** Due jobs looked through for a host that is free. */
const LOOK_AHEAD = 400;

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

/** Queues the texts of some articles, inside the caller's transaction. */
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
      host: hostOf(url),
      state: 'waiting' as const,
      attempts: 0,
      dueAt: now,
    })),
  );
  return fresh.length;
}

/** Queues every text the library misses, under an import that is over. */
export function fetchMissingTexts(importId: string, db: LibraryDb = library): Promise<number> {
  return db.transaction('rw', db.imports, db.textJobs, db.articles, async () => {
    const missing = await db.articles
      .where('views')
      .between(['links', Dexie.minKey], ['links', Dexie.maxKey])
      .toArray();
    const queued = await queueTexts(db, importId, missing, Date.now());
    if (queued > 0) await db.imports.update(importId, { state: 'fetching', updatedAt: Date.now() });
    return queued;
  });
}

/**
 * Takes the next due job, so that nobody else takes it.
 *
 * @param busyHosts hosts to leave alone for now
 */
export function claimTextJob(
  busyHosts: ReadonlySet<string>,
  now = Date.now(),
  db: LibraryDb = library,
): Promise<TextJobRow | null> {
  return claimDue(db.textJobs, busyHosts, now, LOOK_AHEAD);
}

/** Puts back what was claimed `before` (milliseconds since 1970) and never finished. */
export function requeueTextClaims(before: number, db: LibraryDb = library): Promise<number> {
  return requeueClaims(db.textJobs, before);
}

/** When the next job is due, milliseconds since 1970; null where none is waiting. */
export function nextTextDueAt(db: LibraryDb = library): Promise<number | null> {
  return nextDue(db.textJobs);
}

/** Ends a job with a count on its import; the last one ends the import. Inside the caller's transaction. */
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
 * The text is here: it goes to the article that was imported, whatever the page says its address is.
 *
 * @throws LibraryFullError when there is no room for it; the job is then still there
 */
export async function completeTextJob(
  job: TextJobRow,
  page: DigestedPage,
  db: LibraryDb = library,
): Promise<void> {
  try {
    await db.transaction('rw', db.tables, async () => {
      const row = await db.articles.get(job.articleId);
      if (!(await endJob(db, job, 'textsFetched'))) return;
      // Deleted, or saved whole by the user meanwhile.
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
      const identity = identify(page.article.canonicalUrl);
      if (saved !== undefined && !saved.addresses.includes(identity)) {
        await db.articles.update(row.id, { addresses: [...saved.addresses, identity] });
      }
    });
  } catch (error) {
    throw explainFailure(error);
  }
}

/**
 * The text could not be fetched.
 *
 * @param mayRetry whether another try, later, makes sense
 * @param wait milliseconds the site asked for, or null
 * @returns when it will be tried again, or null when it is given up and listed
 */
export async function failTextJob(
  job: TextJobRow,
  why: TextFailure,
  mayRetry: boolean,
  wait: number | null = null,
  db: LibraryDb = library,
): Promise<number | null> {
  const dueAt = mayRetry ? nextTryAt(BACK_OFF, job.attempts, wait, Date.now()) : null;
  if (dueAt !== null) {
    await db.textJobs.update(job.id, { state: 'waiting', dueAt });
    return dueAt;
  }
  await db.transaction('rw', db.textJobs, db.imports, db.importFailures, db.articles, async () => {
    const { importId, articleId, url } = job;
    const title = (await db.articles.get(articleId))?.title ?? '';
    if (!(await endJob(db, job, 'textsFailed'))) return;
    // A download that belongs to no import is told by its article's id. Its address and title would outlive the article.
    const isAlone = (await db.imports.get(importId)) === undefined;
    const row = isAlone ? { at: articleId, url: '', title: '' } : { at: '', url, title };
    await db.importFailures.add({ importId, ...row, why });
  });
  return null;
}

/** The text could not be tried: there is no network. It waits as long as there is none. */
export function postponeTextJob(job: TextJobRow, db: LibraryDb = library): Promise<void> {
  return postpone(db.textJobs, job, Date.now());
}
