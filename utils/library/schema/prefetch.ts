/**
 * Reads what a page needs for its first paint while its scripts are still loading, since the database answers before
 * Dexie is loaded. Read-only, and only for the current schema version.
 */
import type { WholeArticle } from '../articles/articles.ts';
import type { ArticleRow, CountRow, ImageRow, QuoteSetRow, View } from '../types.ts';
import { SCHEMA_VERSION } from './library-name.ts';
import { unpackQuotes } from './quote-sets.ts';
import { ask, readRaw } from './raw-library.ts';
import { contentOf, type StoredContentRow, unpackContent } from './stored-texts.ts';

/** Number of rows of a list that are prefetched. */
export const FIRST_ROWS = 24;

/** Dexie multiplies version numbers by ten. */
const RAW_VERSION = SCHEMA_VERSION * 10;

/** The beginning of a list, newest first, and the total count. */
export interface FirstList {
  view: View;
  rows: ArticleRow[];
  count: number;
}

function readKnown<T>(read: (db: IDBDatabase) => Promise<T>): Promise<T | null> {
  return readRaw<T | null>(async (db) => (db.version === RAW_VERSION ? read(db) : null), null);
}

/** Like `listArticles` and `countArticles`. Null if there is no library, or one of another version. */
export function readFirstList(view: View): Promise<FirstList | null> {
  return readKnown(async (db) => {
    const reading = db.transaction(['articles', 'counts']);
    const range = IDBKeyRange.bound([view], [view, []]);
    const [rows, count] = await Promise.all([
      ask<ArticleRow[]>(reading.objectStore('articles').index('views').getAll(range, FIRST_ROWS)),
      ask<CountRow | undefined>(reading.objectStore('counts').get(view)),
    ]);
    return { view, rows, count: count?.count ?? 0 };
  });
}

/** Like `getWholeArticle`. Null also if there is no library, or one of another version. */
export function readFirstArticle(id: string): Promise<WholeArticle | null> {
  return readKnown(async (db) => {
    const reading = db.transaction(['articles', 'contents', 'quoteSets', 'images']);
    const images = IDBKeyRange.bound([id], [id, []]);
    const [article, stored, quotes, pictures] = await Promise.all([
      ask<ArticleRow | undefined>(reading.objectStore('articles').get(id)),
      ask<StoredContentRow | undefined>(reading.objectStore('contents').get(id)),
      ask<QuoteSetRow | undefined>(reading.objectStore('quoteSets').get(id)),
      ask<ImageRow[]>(reading.objectStore('images').index('[articleId+url]').getAll(images)),
    ]);
    const content = contentOf(article, stored && unpackContent(stored));
    if (article === undefined || content === null) return null;
    return {
      article,
      content,
      quotes: quotes === undefined ? [] : unpackQuotes(quotes),
      images: pictures,
    };
  });
}
