/** Measures how the library uses storage, and finds data that could be deleted. */
import { queryVersions, queryView } from '../articles/article-parts.ts';
import { writeArticles } from '../articles/article-writes.ts';
import { library } from '../db.ts';
import { recordPurge } from '../deletion/pending-purge.ts';
import type { ArticleRow, VersionRow } from '../types.ts';
import type { StorageUsage } from '../view-types.ts';
import type { LibraryDb } from './library-db.ts';

/** Rows per read, so that other transactions need not wait long. */
const BATCH_SIZE = 500;

/** Sums text lengths in UTF-16 code units, which approximate bytes well enough for sizes shown in megabytes. */
function textLength(...texts: string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}

interface MeasureOptions {
  db?: LibraryDb;
  /** Aborts the measurement. */
  signal?: AbortSignal;
  /** Called with the number of processed rows. */
  onProgress?: (done: number, total: number) => void;
}

/** Adds up the sizes of all data. Takes seconds for ten thousand articles. */
export async function measureStorage({
  db = library,
  signal,
  onProgress,
}: MeasureOptions = {}): Promise<StorageUsage> {
  const usage: StorageUsage = {
    texts: 0,
    images: 0,
    versions: 0,
    searchIndex: 0,
    articles: await db.articles.count(),
    imageCount: 0,
    versionCount: 0,
  };
  const [contents, images, versions, segments] = await Promise.all([
    db.contents.toCollection().primaryKeys(),
    db.images.toCollection().primaryKeys(),
    db.versions.toCollection().primaryKeys(),
    db.segments.toCollection().primaryKeys(),
  ]);
  const total = contents.length + images.length + versions.length + segments.length;
  let done = 0;
  const forEachBatch = async <T>(keys: readonly T[], read: (batch: T[]) => Promise<void>): Promise<void> => {
    for (let from = 0; from < keys.length; from += BATCH_SIZE) {
      signal?.throwIfAborted();
      const batch = keys.slice(from, from + BATCH_SIZE);
      await read(batch);
      done += batch.length;
      onProgress?.(done, total);
    }
  };
  await forEachBatch(contents, async (ids) => {
    for (const row of await db.contents.bulkGet(ids))
      usage.texts += textLength(row?.html ?? '', row?.text ?? '');
  });
  await forEachBatch(images, async (ids) => {
    for (const row of await db.images.bulkGet(ids)) {
      usage.images += row?.bytes ?? 0;
      usage.imageCount += row?.state === 'saved' ? 1 : 0;
    }
  });
  await forEachBatch(versions, async (keys) => {
    for (const row of await db.versions.bulkGet(keys))
      usage.versions += textLength(row?.html ?? '', row?.text ?? '');
    usage.versionCount += keys.length;
  });
  await forEachBatch(segments, async (ids) => {
    for (const row of await db.segments.bulkGet(ids)) {
      usage.searchIndex +=
        (row?.postings.byteLength ?? 0) + (row?.starts.byteLength ?? 0) + textLength(row?.terms ?? '');
    }
  });
  return usage;
}

/** Updates the articles' counts of earlier versions. Must run inside the caller's transaction. */
export async function countVersions(db: LibraryDb, articleIds: readonly string[]): Promise<void> {
  const rows = (await db.articles.bulkGet([...articleIds])).filter((row) => row !== undefined);
  for (const row of rows) {
    row.versionCount = await queryVersions(db, row.id).count();
  }
  await writeArticles(db, (writes) => writes.putAll(rows.map((row) => [row, row.views])));
}

/**
 * Deletes all earlier versions, and lets them be erased from the change log. The articles stay unchanged. Recent saves
 * that replaced a text can no longer be undone.
 *
 * @returns the deleted rows, for `restoreVersions`
 */
export async function deleteVersions(db: LibraryDb = library): Promise<VersionRow[]> {
  return db.transaction('rw', db.versions, db.snapshots, db.articles, db.counts, db.meta, async () => {
    const deleted = await db.versions.toArray();
    await db.versions.clear();
    await db.snapshots.clear();
    if (deleted.length > 0) await recordPurge(db);
    await countVersions(db, [...new Set(deleted.map(({ articleId }) => articleId))]);
    return deleted;
  });
}

/**
 * Restores deleted versions, except those of articles that no longer exist.
 *
 * @throws LibraryFullError if the disk is full
 */
export async function restoreVersions(
  deleted: readonly VersionRow[],
  db: LibraryDb = library,
): Promise<void> {
  await db.write([db.versions, db.articles, db.counts], async () => {
    const ids = [...new Set(deleted.map(({ articleId }) => articleId))];
    const existing = new Set((await db.articles.bulkGet(ids)).map((row) => row?.id));
    await db.versions.bulkPut(deleted.filter(({ articleId }) => existing.has(articleId)));
    await countVersions(db, ids);
  });
}

/** Minimum time in the archive for an article to count as forgotten: one year. */
const FORGOTTEN_AGE_MS = 365 * 86_400_000;

/**
 * Finds articles that have been in the archive for over a year and are not favourites, pinned, annotated, tagged or in
 * a list.
 */
export async function findForgottenArticles(now: number, db: LibraryDb = library): Promise<ArticleRow[]> {
  const archived = await queryView(db, 'archive').toArray();
  return archived.filter(
    (row) =>
      (row.archivedAt ?? row.savedAt) < now - FORGOTTEN_AGE_MS &&
      !row.favourite &&
      row.pinnedAt === null &&
      row.highlightCount + row.noteCount === 0 &&
      row.tags.length === 0 &&
      row.listIds.length === 0,
  );
}
