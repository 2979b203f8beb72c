/** Removing articles for good, with everything that was of them alone. */
import { highlightsOf, imagesOf, inView, versionsOf } from '../articles/article-parts.ts';
import { forgetFingerprints } from '../elsewhere/quotes-changed.ts';
import { ViewTally } from '../lists/view-tally.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import { notePurge } from './purge-note.ts';

/** Articles purged in one transaction, so that nobody waits long. */
const PURGE_BATCH = 50;

/** Tables that `removeWhole` writes. */
function tablesOf(db: LibraryDb) {
  const { articles, contents, counts, quoteSets, images, versions, jobs, textJobs, highlights, meta } = db;
  const { corrections, aliases, imports, importFiles, fingerprints } = db;
  return [
    ...[articles, contents, counts, quoteSets, images, versions, jobs, textJobs, highlights, meta],
    ...[corrections, aliases, imports, importFiles, fingerprints],
  ];
}

/** Removes everything of some articles, inside the caller's transaction. */
export async function removeWhole(db: LibraryDb, articles: readonly ArticleRow[]): Promise<void> {
  const tally = new ViewTally();
  const ids = articles.map(({ id }) => id);
  for (const article of articles) {
    const { id } = article;
    tally.remove(article);
    await imagesOf(db, id).delete();
    await versionsOf(db, id).delete();
    await highlightsOf(db, id).delete();
    await db.corrections.where('[articleId+quoteHash]').between([id, ''], [id, '\uffff']).delete();
  }
  await db.aliases.where('articleId').anyOf(ids).delete();
  await db.jobs.where('articleId').anyOf(ids).delete();
  await db.textJobs.where('articleId').anyOf(ids).delete();
  await db.contents.bulkDelete(ids);
  await db.quoteSets.bulkDelete(ids);
  await forgetFingerprints(db, ids);
  await db.articles.bulkDelete(ids);
  if (articles.some(({ savedFrom }) => savedFrom === 'import')) await dropStoppedImports(db);
  await tally.write(db);
  await notePurge(db);
}

/**
 * The file of an import that stopped is kept so that it can go on, and holds the texts of what it brought. That of one
 * that is running goes by itself when it is done.
 */
async function dropStoppedImports(db: LibraryDb): Promise<void> {
  const stopped = await db.imports
    .filter(({ state }) => state === 'failed' || state === 'cancelled')
    .primaryKeys();
  await db.importFiles.bulkDelete(stopped);
}

/**
 * Removes articles from the database for good. What is left of them elsewhere is noted as unfinished, in the same
 * transactions.
 *
 * @param isDue which of the deleted articles
 * @returns how many went
 */
export async function removeDeleted(
  db: LibraryDb,
  isDue: (row: ArticleRow & { deletedAt: number }) => boolean,
): Promise<number> {
  const isGoing = (row: ArticleRow | undefined): row is ArticleRow & { deletedAt: number } =>
    row !== undefined && row.deletedAt !== null && isDue(row as ArticleRow & { deletedAt: number });
  const due = (await inView(db, 'trash').toArray()).filter(isGoing).map(({ id }) => id);
  let removed = 0;
  for (let from = 0; from < due.length; from += PURGE_BATCH) {
    removed += await db.transaction('rw', tablesOf(db), async () => {
      // Restored since: no longer ours to remove.
      const going = (await db.articles.bulkGet(due.slice(from, from + PURGE_BATCH))).filter(isGoing);
      if (going.length > 0) await removeWhole(db, going);
      return going.length;
    });
  }
  return removed;
}
