/** Permanently removes articles, with all data that belongs only to them. */
import { queryHighlights, queryImages, queryVersions, queryView } from '../articles/article-parts.ts';
import { writeArticles } from '../articles/article-writes.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { removeFromStories } from '../stories/stories-changed.ts';
import type { ArticleRow } from '../types.ts';
import { recordPurge } from './pending-purge.ts';

/** Articles per transaction, so that other transactions need not wait long. */
const BATCH_SIZE = 50;

/**
 * Removes articles with all their data, and records a purge. Must run inside the caller's transaction, which includes
 * every table.
 */
export async function removeWithParts(db: LibraryDb, articles: readonly ArticleRow[]): Promise<void> {
  const ids = articles.map(({ id }) => id);
  for (const article of articles) {
    const { id } = article;
    await queryImages(db, id).delete();
    await queryVersions(db, id).delete();
    await queryHighlights(db, id).delete();
    await db.corrections.where('[articleId+quoteHash]').between([id, ''], [id, '\uffff']).delete();
  }
  await db.snapshots.where('articleId').anyOf(ids).delete();
  await db.aliases.where('articleId').anyOf(ids).delete();
  await db.jobs.where('articleId').anyOf(ids).delete();
  await db.textJobs.where('articleId').anyOf(ids).delete();
  await db.contents.bulkDelete(ids);
  await db.quoteSets.bulkDelete(ids);
  await removeFromStories(db, ids);
  await writeArticles(db, (writes) => writes.remove(articles));
  if (articles.some(({ savedFrom }) => savedFrom === 'import')) await deleteStoppedImportFiles(db);
  await recordPurge(db);
}

/**
 * Removes the files of failed and cancelled imports, because they contain the texts of the imported articles. They are
 * otherwise kept, so that the imports can be continued. The file of a running import is deleted when the import ends.
 */
async function deleteStoppedImportFiles(db: LibraryDb): Promise<void> {
  const stopped = await db.imports
    .filter(({ state }) => state === 'failed' || state === 'cancelled')
    .primaryKeys();
  await db.importFiles.bulkDelete(stopped);
}

/**
 * Permanently removes articles from the trash. The traces that remain are recorded as a pending purge in the same
 * transactions.
 *
 * @param isDue decides whether a deleted article is to be removed
 * @returns the number of removed articles
 */
export async function purgeTrash(
  db: LibraryDb,
  isDue: (row: ArticleRow & { deletedAt: number }) => boolean,
): Promise<number> {
  const isDueNow = (row: ArticleRow | undefined): row is ArticleRow & { deletedAt: number } =>
    row !== undefined && row.deletedAt !== null && isDue(row as ArticleRow & { deletedAt: number });
  const due = (await queryView(db, 'trash').toArray()).filter(isDueNow).map(({ id }) => id);
  let removed = 0;
  for (let from = 0; from < due.length; from += BATCH_SIZE) {
    removed += await db.write('purgeArticles', async () => {
      // Skip articles that were restored in the meantime.
      const dueArticles = (await db.articles.bulkGet(due.slice(from, from + BATCH_SIZE))).filter(isDueNow);
      if (dueArticles.length > 0) await removeWithParts(db, dueArticles);
      return dueArticles.length;
    });
  }
  return removed;
}
