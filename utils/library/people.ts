/** Who said what, across the library. */
import Dexie from 'dexie';
import { type LibraryDb, library } from './db.ts';
import { foldName } from './fold-text.ts';
import type { ArticleRow, QuoteRow } from './types.ts';

export interface SaidIn {
  quote: QuoteRow;
  article: ArticleRow;
}

/**
 * Everything one person said in saved articles, newest first.
 *
 * @param name as any article spells it
 */
export async function quotesBySpeaker(name: string, limit = 200, db: LibraryDb = library): Promise<SaidIn[]> {
  const key = foldName(name);
  if (key === '') return [];
  return db.transaction('r', db.quotes, db.articles, async () => {
    const quotes = await db.quotes
      .where('[speakerKey+saidAt]')
      .between([key, Dexie.minKey], [key, Dexie.maxKey])
      .reverse()
      .limit(limit)
      .toArray();
    const ids = [...new Set(quotes.map((quote) => quote.articleId))];
    const rows = await db.articles.bulkGet(ids);
    const articles = new Map(
      rows.flatMap((row) => (row?.deletedAt === null ? [[row.id, row] as const] : [])),
    );
    return quotes.flatMap((quote) => {
      const article = articles.get(quote.articleId);
      return article === undefined ? [] : [{ quote, article }];
    });
  });
}
