/** Downloads of texts that the user requested in the library or the reader. Imports have their own queue entries. */
import { queryView } from '../articles/article-parts.ts';
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { queueTexts } from './text-jobs.ts';

/** Used instead of an import's id in `TextJobRow` and `ImportFailureRow`. */
export const DOWNLOADS_ID = 'downloads';

/** The downloads of articles without a text. */
export interface Downloads {
  /** Ids of articles whose text is queued or being fetched, including by imports. */
  waiting: ReadonlySet<string>;
  /** Why an article's last download failed, by id: a `TextFailure`, with a sentence `importWhy_<code>`. */
  failed: ReadonlyMap<string, string>;
}

export const NO_DOWNLOADS: Downloads = { waiting: new Set(), failed: new Map() };

/**
 * Queues the texts of articles without one. Those in a retry delay are tried immediately.
 *
 * @param ids of the articles; null for all without a text
 * @returns the number of queued texts
 */
export function startDownloads(
  ids: readonly string[] | null,
  db: LibraryDb = library,
  now = Date.now(),
): Promise<number> {
  return db.transaction('rw', db.articles, db.textJobs, db.importFailures, async () => {
    const found = ids === null ? await queryView(db, 'links').toArray() : await db.articles.bulkGet([...ids]);
    const rows = found.filter((row) => row !== undefined && row.deletedAt === null && !row.hasText);
    const wanted = new Set(rows.map((row) => row?.id ?? ''));
    await db.importFailures
      .where('importId')
      .equals(DOWNLOADS_ID)
      .filter(({ at }) => wanted.has(at))
      .delete();
    await db.textJobs
      .where('articleId')
      .anyOf([...wanted])
      .filter(({ state }) => state === 'waiting')
      .modify({ dueAt: now });
    await queueTexts(
      db,
      DOWNLOADS_ID,
      rows.filter((row) => row !== undefined),
      now,
    );
    return wanted.size;
  });
}

/** Removes waiting downloads, except those of imports. Texts that were fetched stay. */
export async function stopDownloads(db: LibraryDb = library): Promise<void> {
  await db.textJobs.where('importId').equals(DOWNLOADS_ID).delete();
}

export function readDownloads(db: LibraryDb = library): Promise<Downloads> {
  return db.transaction('r', db.textJobs, db.importFailures, async () => {
    const waiting = (await db.textJobs.orderBy('articleId').keys()) as string[];
    const failures = await db.importFailures.where('importId').equals(DOWNLOADS_ID).toArray();
    return {
      waiting: new Set(waiting),
      failed: new Map(failures.map(({ at, why }) => [at, why])),
    };
  });
}
