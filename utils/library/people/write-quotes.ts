/** Writes the quotes of a saved article, with everything derived from them. */
import type { Quote } from '../../quotes/types.ts';
import { writeArticles } from '../articles/article-writes.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { searchTables } from '../search/search-index.ts';
import type { ArticleRow } from '../types.ts';

/**
 * Runs a change of an article's quotes in one transaction that includes all tables it needs.
 *
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export async function changeQuotes<T>(db: LibraryDb, work: () => Promise<T>): Promise<T> {
  const { articles, contents, counts, quoteSets, speakers, corrections, highlights, meta } = db;
  const { fingerprints, storyArticles } = db;
  const rows = [articles, contents, counts, quoteSets, speakers, corrections, highlights, meta];
  const tables = [...rows, fingerprints, storyArticles, ...searchTables(db)];
  try {
    return await db.transaction('rw', tables, work);
  } catch (error) {
    throw explainFailure(error);
  }
}

/**
 * Writes the quotes of an existing article, with its most quoted people, views and search terms. Must run inside
 * `changeQuotes`.
 *
 * @param article the row as stored, with the caller's changes
 */
export async function writeQuotes(
  db: LibraryDb,
  article: ArticleRow,
  quotes: readonly Quote[],
): Promise<void> {
  await writeArticles(db, async (writes) => {
    await writes.setQuotes(article, quotes);
    await writes.reindex(article);
    await writes.put(article);
  });
}
