/** Saves the user's edits of an article's details; see `article-details.ts`. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleDetails, ArticleRow } from '../types.ts';
import { applyRequestedEdit, shownDetails } from './article-details.ts';
import { type ArticleWrites, writeArticles } from './article-writes.ts';

/**
 * Changes a row's details, and updates the data derived from them: the search index, and the dates of quotes. The
 * caller must store the row, inside a transaction that includes the tables of
 * `changeDetails`.
 *
 * @param isIndexed whether the article is in the search index now
 */
export async function setDetails(
  writes: ArticleWrites,
  row: ArticleRow,
  requested: ArticleDetails,
  isIndexed = row.deletedAt === null,
): Promise<void> {
  const { publishedTime } = row;
  const fields = applyRequestedEdit(row, requested);
  delete row.stated;
  Object.assign(row, fields);
  if (row.publishedTime !== publishedTime) await writes.updateQuoteDates(row);
  else await writes.queueForStories(row);
  await writes.reindex(row, isIndexed);
}

/**
 * Saves the user's edits of the details. Values that equal the page's don't count as edits. An empty title is replaced
 * by the page's; an invalid date or language becomes null.
 *
 * @returns the former details, for an undo; null if nothing changed, or the article no longer exists
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export function changeDetails(
  articleId: string,
  requested: ArticleDetails,
  db: LibraryDb = library,
): Promise<ArticleDetails | null> {
  return db.write('changeDetails', async () => {
    const row = await db.articles.get(articleId);
    if (row === undefined) return null;
    const before = shownDetails(row);
    await writeArticles(db, async (writes) => {
      await setDetails(writes, row, requested);
      await writes.put(row);
    });
    return JSON.stringify(before) === JSON.stringify(shownDetails(row)) ? null : before;
  });
}
