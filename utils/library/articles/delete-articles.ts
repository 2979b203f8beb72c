/** Deletes, restores and purges articles. */
import { library } from '../db.ts';
import { purgeTrash } from '../deletion/remove-articles.ts';
import { findOrCreateTags } from '../lists/tags.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { searchTables } from '../search/search-index.ts';
import { writeArticles } from './article-writes.ts';

/** How long a deletion can be undone. After that, the article is permanently deleted. */
export const UNDO_WINDOW_MS = 10 * 60_000;

/**
 * Deletes articles. They disappear from all views and from search immediately, and are permanently deleted after
 * `UNDO_WINDOW_MS`.
 *
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export async function deleteArticles(ids: readonly string[], db: LibraryDb = library): Promise<void> {
  const now = Date.now();
  await db.write([db.articles, db.counts, ...searchTables(db)], async () => {
    const rows = (await db.articles.bulkGet([...ids])).filter((row) => row !== undefined);
    const existing = rows.filter(({ deletedAt }) => deletedAt === null);
    await writeArticles(db, async (writes) => {
      for (const row of existing) {
        row.deletedAt = now;
        await writes.reindex(row, true);
      }
      await writes.putAll(existing.map((row) => [row, row.views]));
    });
  });
}

/**
 * Restores deleted articles. Tags that were renamed or merged in the meantime get their current names.
 *
 * @returns the number of restored articles; those that were purged in the meantime are not restored
 */
export async function restoreArticles(ids: readonly string[], db: LibraryDb = library): Promise<number> {
  return db.write('restoreArticles', async () => {
    const rows = (await db.articles.bulkGet([...ids])).filter((row) => row !== undefined);
    const deleted = rows.filter(({ deletedAt }) => deletedAt !== null);
    await writeArticles(db, async (writes) => {
      for (const row of deleted) {
        if (row.tags.length > 0) row.tags = await findOrCreateTags(db, row.tags, Date.now());
        row.deletedAt = null;
        await writes.reindex(row, false);
        await writes.put(row);
      }
    });
    return deleted.length;
  });
}

/**
 * Permanently deletes articles that were deleted before a given time. The background calls this at start-up and
 * periodically.
 *
 * @param before milliseconds since 1970; by default, articles whose undo window is over are purged
 * @returns the number of purged articles
 */
export function purgeDeleted(before = Date.now() - UNDO_WINDOW_MS, db: LibraryDb = library): Promise<number> {
  return purgeTrash(db, ({ deletedAt }) => deletedAt < before);
}

/**
 * Permanently deletes the given articles if they are deleted, regardless of when.
 *
 * @returns the number of purged articles
 */
export function purgeArticles(ids: readonly string[], db: LibraryDb = library): Promise<number> {
  const chosenIds = new Set(ids);
  return purgeTrash(db, ({ id }) => chosenIds.has(id));
}
