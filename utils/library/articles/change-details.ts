/** Edits of an article's details; see `article-details.ts`. */
import { library } from '../db.ts';
import { ViewCountChanges } from '../lists/view-counts.ts';
import { changeQuotes, putQuotes } from '../people/write-quotes.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { indexArticle, readSearchable, unindexDoc } from '../search/search-index.ts';
import { storiesChanged } from '../stories/stories-changed.ts';
import type { ArticleDetails, ArticleRow } from '../types.ts';
import { editedDetails, shownDetails } from './article-details.ts';
import { quotesOf } from './article-parts.ts';

/**
 * Sets a row's details and updates data derived from them: the search index, and the date of its quotes. The caller
 * writes the row itself, inside a transaction as `changeQuotes` opens it.
 */
export async function putDetails(db: LibraryDb, row: ArticleRow, wanted: ArticleDetails): Promise<void> {
  const { publishedTime } = row;
  const fields = editedDetails(row, wanted);
  delete row.stated;
  Object.assign(row, fields);
  if (row.publishedTime !== publishedTime) await putQuotes(db, row, await quotesOf(db, row.id));
  else await storiesChanged(db, [row.id]);
  if (row.deletedAt !== null) return;
  await unindexDoc(db, row.searchDoc);
  row.searchDoc = await indexArticle(db, row.id, await readSearchable(db, row));
}

/**
 * Saves the user's edits of the details. Values that equal the page's don't count as edits; invalid titles, dates and
 * languages are ignored.
 *
 * @returns the former details, for an undo; null if nothing changed or the article no longer exists
 * @throws LibraryFullError if the disk is full; nothing was changed then
 */
export function changeDetails(
  articleId: string,
  wanted: ArticleDetails,
  db: LibraryDb = library,
): Promise<ArticleDetails | null> {
  return changeQuotes(db, async () => {
    const row = await db.articles.get(articleId);
    if (row === undefined) return null;
    const before = shownDetails(row);
    await putDetails(db, row, wanted);
    const after = shownDetails(row);
    const tally = new ViewCountChanges();
    await db.articles.put(tally.place(row));
    await tally.write(db);
    return JSON.stringify(before) === JSON.stringify(after) ? null : before;
  });
}
