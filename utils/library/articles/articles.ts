/** Queries for articles: pages of a view, single articles, and the article at a URL. */
import Dexie from 'dexie';
import { library } from '../db.ts';
import { sortKey } from '../lists/view-counts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { toContent } from '../schema/stored-texts.ts';
import type { ArticleRow, ContentRow, ImageRow, SavedQuote, VersionRow, View, ViewKey } from '../types.ts';
import { normaliseAddress } from './article-identity.ts';
import { queryImages, queryVersions, queryView, readQuotes } from './article-parts.ts';
import { chooseSaved } from './saved-pages.ts';

export interface ArticlePage {
  articles: ArticleRow[];
  /** The cursor for the next call; null at the end. */
  next: ViewKey | null;
}

export interface PageOptions {
  /** Cursor at the end of the previous page. It stays valid if articles are added or removed in the meantime. */
  after?: ViewKey | null;
  /** Number of articles to skip after the cursor, for jumps in a long list. */
  offset?: number;
  limit?: number;
}

/** Returns a page of a view, newest save first. Does not load texts. */
export async function listArticles(
  view: View,
  options: PageOptions = {},
  db: LibraryDb = library,
): Promise<ArticlePage> {
  const { after = null, offset = 0, limit = 50 } = options;
  let query = queryView(db, view);
  if (after !== null) {
    query = db.articles.where('views').between(after, [view, Dexie.maxKey], false, true);
  }
  if (offset > 0) query = query.offset(offset);
  const articles = await query.limit(limit).toArray();
  const last = articles.length < limit ? undefined : articles.at(-1);
  return { articles, next: last === undefined ? null : [view, sortKey(last), last.id] };
}

/** Returns the number of articles in a view. */
export async function countArticles(view: View, db: LibraryDb = library): Promise<number> {
  return (await db.counts.get(view))?.count ?? 0;
}

/** Returns the ids of all articles in a view, newest first, for “select all” and for jumps in lists. */
export function listArticleIds(view: View, db: LibraryDb = library): Promise<string[]> {
  return queryView(db, view).primaryKeys();
}

/** Returns the articles with these ids, in the given order. Articles that no longer exist are left out. */
export async function getArticles(ids: readonly string[], db: LibraryDb = library): Promise<ArticleRow[]> {
  const rows = await db.articles.bulkGet([...ids]);
  return rows.filter((row) => row !== undefined);
}

/** Returns the most recently saved articles. */
export async function getRecentArticles(count: number, db: LibraryDb = library): Promise<ArticleRow[]> {
  return (await listArticles('all', { limit: count }, db)).articles;
}

/**
 * Finds the saved article of a page.
 *
 * @param url URL or canonical URL of the page
 * @param text the page's current text, which selects one of several articles at the URL
 * @returns null if nothing is saved, or it was deleted
 */
export async function findSaved(
  url: string,
  db: LibraryDb = library,
  text: string | null = null,
): Promise<ArticleRow | null> {
  const rows = await db.articles.where('addresses').equals(normaliseAddress(url)).toArray();
  return chooseSaved(rows, normaliseAddress(url), text);
}

/** All data of an article, except its earlier versions. */
export interface FullArticle {
  article: ArticleRow;
  content: ContentRow;
  quotes: SavedQuote[];
  images: ImageRow[];
}

/** Reads an article in one transaction. Null if it does not exist or was deleted. */
export function getFullArticle(id: string, db: LibraryDb = library): Promise<FullArticle | null> {
  return db.transaction('r', db.articles, db.contents, db.quoteSets, db.images, async () => {
    const [article, stored, quotes, images] = await Promise.all([
      db.articles.get(id),
      db.contents.get(id),
      readQuotes(db, id),
      queryImages(db, id).toArray(),
    ]);
    const content = toContent(article, stored);
    if (article === undefined || content === null) return null;
    return { article, content, quotes, images };
  });
}

export function getQuotes(articleId: string, db: LibraryDb = library): Promise<SavedQuote[]> {
  return readQuotes(db, articleId);
}

export function getImages(articleId: string, db: LibraryDb = library): Promise<ImageRow[]> {
  return queryImages(db, articleId).toArray();
}

/** Returns the data of an image, for lists. Null if it is not saved. */
export async function getImageBlob(imageId: string, db: LibraryDb = library): Promise<Blob | null> {
  return (await db.images.get(imageId))?.blob ?? null;
}

/** Returns the earlier versions of an article, newest first. */
export function getVersions(articleId: string, db: LibraryDb = library): Promise<VersionRow[]> {
  return queryVersions(db, articleId).reverse().toArray();
}

/**
 * Returns the next article in a view, newest save first. The current article need not be in the view any more, because
 * it may have just been archived.
 *
 * @param id id of the current article
 * @param alsoIn a second view that must also contain the next article; null for none
 * @returns null at the end of the view, or if the current article does not exist
 */
export async function getNextInView(
  view: View,
  id: string,
  alsoIn: View | null = null,
  db: LibraryDb = library,
): Promise<ArticleRow | null> {
  const row = await db.articles.get(id);
  if (row === undefined) return null;
  if (alsoIn === null) {
    const { articles } = await listArticles(view, { after: [view, sortKey(row), id], limit: 1 }, db);
    return articles[0] ?? null;
  }
  // Both views have the same order, so the shorter one is scanned.
  const [count, countWithin] = [await countArticles(view, db), await countArticles(alsoIn, db)];
  const [scannedView, otherView] = count <= countWithin ? [view, alsoIn] : [alsoIn, view];
  for (let after: ViewKey | null = [scannedView, sortKey(row), id]; after !== null; ) {
    const page: ArticlePage = await listArticles(scannedView, { after }, db);
    const found = page.articles.find(({ views }) => views.some(([name]) => name === otherView));
    if (found !== undefined) return found;
    after = page.next;
  }
  return null;
}
