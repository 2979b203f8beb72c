import type { Quote } from '../../quotes/types.ts';
import { writeArticles } from '../articles/article-writes.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';

/**
 * Writes the quotes of a saved article, and updates the data derived from them: its most quoted people, views and
 * search terms. Must run inside the caller's transaction, which includes the tables of
 * `correctSpeaker`.
 *
 * @param article the stored row, with any changes by the caller
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
