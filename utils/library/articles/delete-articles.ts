/** Deleting, taking it back, and making it final. */
import { library } from '../db.ts';
import { removeDeleted } from '../deletion/remove-articles.ts';
import { fileTags } from '../lists/tags.ts';
import { ViewTally } from '../lists/view-tally.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { indexArticle, readSearchable, searchTables, unindexDoc } from '../search/search-index.ts';
import type { ArticleRow } from '../types.ts';

/** How long a deletion can be taken back, in milliseconds. Afterwards the article is really gone. */
export const UNDO_WINDOW = 10 * 60_000;

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
 * Takes a deletion back. Tags that were renamed or merged meanwhile are what they are called now.
 *
 * @returns how many could be; those purged meanwhile are gone
 */
export async function restoreArticles(ids: readonly string[], db: LibraryDb = library): Promise<number> {
  const { articles, contents, counts, quoteSets, highlights, tags } = db;
  const tables = [articles, contents, counts, quoteSets, highlights, tags, ...searchTables(db)];
  return db.transaction('rw', tables, async () => {
    const tally = new ViewTally();
    const rows = (await db.articles.bulkGet([...ids])).filter(
      (row) => row !== undefined && row.deletedAt !== null,
    );
    for (const row of rows) {
      if (row === undefined) continue;
      if (row.tags.length > 0) row.tags = await fileTags(db, row.tags, Date.now());
      row.searchDoc = await indexArticle(db, row.id, await readSearchable(db, row));
      row.deletedAt = null;
      await db.articles.put(tally.place(row));
    }
    await tally.write(db);
    return rows.length;
  });
}

/**
 * Removes for good what was deleted before a moment. For the background, on start-up and now and then.
 *
 * @param before milliseconds since 1970; the end of the undo window by default
 * @returns how many articles went
 */
export function purgeDeleted(before = Date.now() - UNDO_WINDOW, db: LibraryDb = library): Promise<number> {
  return removeDeleted(db, ({ deletedAt }) => deletedAt < before);
}

/** Removes some deleted articles for good, whenever that was. @returns how many went */
export function purgeArticles(ids: readonly string[], db: LibraryDb = library): Promise<number> {
  const chosen = new Set(ids);
  return removeDeleted(db, ({ id }) => chosen.has(id));
}
