/** Reading the rows of a key; see `journal-keys.ts`. */
import { imagesOf, quotesOf } from './article-parts.ts';
import type { LibraryDb } from './db.ts';
import { BODY, BODY_TABLES, FILES, parseJournalKey, ROW_TABLES } from './journal-keys.ts';
import type { ArticleRow, ContentRow, ImageRow, SavedQuote } from './types.ts';
/** Tables that are needed to write records. */
export const JOURNAL_SOURCES: readonly string[] = [...ROW_TABLES, ...BODY_TABLES, FILES, 'images'];

/** What a record of `BODY` holds. */
export interface JournalBody {
  content: ContentRow;
  quotes: SavedQuote[];
  /** As they will be queued again. */
  images: Pick<ImageRow, 'id' | 'url'>[];
}

/** What a record says of an article, inside a transaction that has `JOURNAL_SOURCES`. */
async function readBody(db: LibraryDb, articleId: string): Promise<JournalBody | null> {
  const content = await db.contents.get(articleId);
  if (content === undefined) return null;
  const images = await imagesOf(db, articleId).toArray();
  return {
    content,
    quotes: await quotesOf(db, articleId),
    images: images.map(({ id, url }) => ({ id, url })),
  };
}

/**
 * The rows of a key as JSON, inside a transaction that has `JOURNAL_SOURCES`.
 *
 * @returns null where there are none any more
 */
export async function readForJournal(db: LibraryDb, key: string): Promise<string | null> {
  const parsed = parseJournalKey(key);
  if (parsed === null) return null;
  if (parsed.table === BODY) {
    const body = await readBody(db, String(parsed.key));
    return body === null ? null : JSON.stringify(body);
  }
  if (parsed.table === FILES) {
    const importId = String(parsed.key);
    const isThere = (await db.importFiles.where('importId').equals(importId).count()) > 0;
    return isThere ? JSON.stringify({ importId }) : null;
  }
  const row: unknown = await db.table(parsed.table).get(parsed.key);
  if (row === undefined) return null;
  // Which views it is in is derived, and half of its size.
  return JSON.stringify(parsed.table === 'articles' ? { ...(row as ArticleRow), views: [] } : row);
}
