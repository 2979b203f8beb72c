/** Queries for the rows that belong to an article or a view. */
import Dexie, { type Collection } from 'dexie';
import type { LibraryDb } from '../schema/library-db.ts';
import { unpackQuotes } from '../schema/quote-sets.ts';
import type { ArticleRow, ImageRow, SavedQuote, VersionRow, View } from '../types.ts';
import type { HighlightRow } from '../user-types.ts';

/** Returns an article's quotes in text order. */
export async function readQuotes(db: LibraryDb, articleId: string): Promise<SavedQuote[]> {
  const set = await db.quoteSets.get(articleId);
  return set === undefined ? [] : unpackQuotes(set);
}

export function queryImages(db: LibraryDb, articleId: string): Collection<ImageRow, string> {
  return db.images.where('[articleId+url]').between([articleId, Dexie.minKey], [articleId, Dexie.maxKey]);
}

/** Oldest first. */
export function queryVersions(db: LibraryDb, articleId: string): Collection<VersionRow, [string, number]> {
  return db.versions
    .where('[articleId+replacedAt]')
    .between([articleId, Dexie.minKey], [articleId, Dexie.maxKey]);
}

/** Oldest first. */
export function queryHighlights(db: LibraryDb, articleId: string): Collection<HighlightRow, string> {
  return db.highlights
    .where('[articleId+createdAt]')
    .between([articleId, Dexie.minKey], [articleId, Dexie.maxKey]);
}

/** Newest first; pinned articles come before all others. */
export function queryView(db: LibraryDb, view: View): Collection<ArticleRow, string> {
  return db.articles.where('views').between([view, Dexie.minKey], [view, Dexie.maxKey]);
}
