/** Deleting, taking it back, and making it final. */
import { highlightsOf, imagesOf, inView, versionsOf } from './article-parts.ts';
import { type LibraryDb, library } from './db.ts';
import { explainFailure } from './errors.ts';
import { indexArticle, readSearchable, searchTables, unindexDoc } from './search-index.ts';
import type { ArticleRow } from './types.ts';
import { ViewTally } from './view-tally.ts';

/** How long a deletion can be taken back, in milliseconds. Afterwards the article is really gone. */
export const UNDO_WINDOW = 10 * 60_000;

/** Articles purged in one transaction, so that nobody waits long. */
const PURGE_BATCH = 50;

/** Deletes articles: out of every view and the search at once, really gone after `UNDO_WINDOW`. */
export async function deleteArticles(ids: readonly string[], db: LibraryDb = library): Promise<void> {
  const now = Date.now();
  try {
    await db.transaction('rw', db.articles, db.counts, ...searchTables(db), async () => {
      const tally = new ViewTally();
      const rows = (await db.articles.bulkGet([...ids])).filter((row) => row?.deletedAt === null);
      const gone: ArticleRow[] = [];
      for (const row of rows) {
        if (row === undefined) continue;
        await unindexDoc(db, row.searchDoc);
        row.deletedAt = now;
        gone.push(tally.place(row));
      }
      await db.articles.bulkPut(gone);
      await tally.write(db);
    });
  } catch (error) {
    throw explainFailure(error);
  }
}

/**
 * Takes a deletion back.
 *
 * @returns how many could be; those purged meanwhile are gone
 */
export async function restoreArticles(ids: readonly string[], db: LibraryDb = library): Promise<number> {
  const tables = [db.articles, db.contents, db.counts, db.quoteSets, db.highlights, ...searchTables(db)];
  return db.transaction('rw', tables, async () => {
    const tally = new ViewTally();
    const rows = (await db.articles.bulkGet([...ids])).filter(
      (row) => row !== undefined && row.deletedAt !== null,
    );
    for (const row of rows) {
      if (row === undefined) continue;
      row.searchDoc = await indexArticle(db, row.id, await readSearchable(db, row));
      row.deletedAt = null;
      await db.articles.put(tally.place(row));
    }
    await tally.write(db);
    return rows.length;
  });
}

/** Removes everything of some articles, inside the caller's transaction. */
async function removeWhole(db: LibraryDb, articles: readonly (ArticleRow | undefined)[]): Promise<void> {
  const tally = new ViewTally();
  const ids: string[] = [];
  for (const article of articles) {
    if (article === undefined) continue;
    const { id } = article;
    ids.push(id);
    tally.remove(article);
    await imagesOf(db, id).delete();
    await versionsOf(db, id).delete();
    await highlightsOf(db, id).delete();
    await db.corrections.where('[articleId+quoteHash]').between([id, ''], [id, '\uffff']).delete();
  }
  await db.aliases.where('articleId').anyOf(ids).delete();
  await db.jobs.where('articleId').anyOf(ids).delete();
  await db.contents.bulkDelete(ids);
  await db.quoteSets.bulkDelete(ids);
  await db.articles.bulkDelete(ids);
  await tally.write(db);
}

/**
 * Removes for good what was deleted before a moment. For the background, on start-up and now and then.
 *
 * @param before milliseconds since 1970; the end of the undo window by default
 * @returns how many articles went
 */
export async function purgeDeleted(
  before = Date.now() - UNDO_WINDOW,
  db: LibraryDb = library,
): Promise<number> {
  const trash = await inView(db, 'trash').toArray();
  const due = trash.filter((row) => row.deletedAt !== null && row.deletedAt < before).map((row) => row.id);
  const { articles, contents, counts, quoteSets, images, versions, jobs, highlights, corrections, aliases } =
    db;
  const tables = [
    articles,
    contents,
    counts,
    quoteSets,
    images,
    versions,
    jobs,
    highlights,
    corrections,
    aliases,
  ];
  let purged = 0;
  for (let from = 0; from < due.length; from += PURGE_BATCH) {
    purged += await db.transaction('rw', tables, async () => {
      // Restored since: no longer ours to remove.
      const rows = await db.articles.bulkGet(due.slice(from, from + PURGE_BATCH));
      const going = rows.filter(
        (row) => row !== undefined && row.deletedAt !== null && row.deletedAt < before,
      );
      await removeWhole(db, going);
      return going.length;
    });
  }
  return purged;
}
