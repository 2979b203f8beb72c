/** Writes the quotes of a saved article, with everything derived from them. */
import { summariseVoices } from '../../quotes/speakers/people/summarise-voices.ts';
import type { Quote } from '../../quotes/types.ts';
import { speakerKeysOf, speakerRows, topSpeakers } from '../articles/article-rows.ts';
import { quotesChanged } from '../elsewhere/quotes-changed.ts';
import { ViewCountChanges } from '../lists/view-counts.ts';
import { explainFailure } from '../schema/errors.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { packQuotes } from '../schema/quote-sets.ts';
import { indexArticle, readSearchable, searchTables, unindexDoc } from '../search/search-index.ts';
import { storiesChanged } from '../stories/stories-changed.ts';
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
 * Writes an article's quotes and the spellings of their speakers. Must run inside the caller's transaction, which
 * includes `quoteSets`, `speakers`, `fingerprints` and `storyArticles`.
 *
 * @param isNew the article has no data yet
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
  await storiesChanged(db, [id]);
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
  await putQuotes(db, article, quotes);
  article.quoteCount = quotes.length;
  article.voices = topSpeakers(summariseVoices(quotes));
  article.speakerKeys = speakerKeysOf(quotes);
  if (article.deletedAt === null) {
    await unindexDoc(db, article.searchDoc);
    article.searchDoc = await indexArticle(db, article.id, await readSearchable(db, article));
  }
  const tally = new ViewCountChanges();
  await db.articles.put(tally.place(article));
  await tally.write(db);
}
