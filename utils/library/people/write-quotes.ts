/** Writing the quotes of a saved article, with all that is derived from them. */
import { summariseVoices } from '../../quotes/speakers/people/summarise-voices.ts';
import type { Quote } from '../../quotes/types.ts';
import { speakerKeysOf, speakerRows, voiceLines } from '../articles/article-rows.ts';
import { quotesChanged } from '../elsewhere/quotes-changed.ts';
import { ViewTally } from '../lists/view-tally.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { packQuotes } from '../schema/quote-sets.ts';
import { indexArticle, readSearchable, searchTables, unindexDoc } from '../search/search-index.ts';
import type { ArticleRow } from '../types.ts';

/**
 * Runs a change of an article's quotes in one transaction that holds all it touches.
 *
 * @throws LibraryFullError when the disk is full; nothing was changed then
 */
export async function changeQuotes<T>(db: LibraryDb, work: () => Promise<T>): Promise<T> {
  const { articles, contents, counts, quoteSets, speakers, corrections, highlights, meta, fingerprints } = db;
  const rows = [articles, contents, counts, quoteSets, speakers, corrections, highlights, meta, fingerprints];
  const tables = [...rows, ...searchTables(db)];
  try {
    return await db.transaction('rw', tables, work);
  } catch (error) {
    throw explainFailure(error);
  }
}

/**
 * Writes an article's quotes and how their speakers are written. Inside the caller's transaction, which holds
 * `quoteSets`, `speakers` and `fingerprints`.
 *
 * @param isNew nothing is there of the article yet
 */
export async function putQuotes(
  db: LibraryDb,
  { id, publishedTime }: Pick<ArticleRow, 'id' | 'publishedTime'>,
  quotes: readonly Quote[],
  isNew = false,
): Promise<void> {
  const set = packQuotes(id, quotes, publishedTime);
  if (quotes.length > 0) await db.quoteSets.put(set);
  else if (!isNew) await db.quoteSets.delete(id);
  await db.speakers.bulkPut(speakerRows(set));
  await quotesChanged(db, id, quotes);
}

/**
 * Writes the quotes of an article that is here, with its voices, its place in lists and the search. Inside
 * `changeQuotes`.
 *
 * @param article its row as it stands in the database, but for what the caller changed
 */
export async function writeQuotes(
  db: LibraryDb,
  article: ArticleRow,
  quotes: readonly Quote[],
): Promise<void> {
  await putQuotes(db, article, quotes);
  article.quoteCount = quotes.length;
  article.voices = voiceLines(summariseVoices(quotes));
  article.speakerKeys = speakerKeysOf(quotes);
  if (article.deletedAt === null) {
    await unindexDoc(db, article.searchDoc);
    article.searchDoc = await indexArticle(db, article.id, await readSearchable(db, article));
  }
  const tally = new ViewTally();
  await db.articles.put(tally.place(article));
  await tally.write(db);
}
