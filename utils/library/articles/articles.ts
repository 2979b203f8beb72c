/** Reading the library: pages of a view, one article, what is known of an address. */
import Dexie from 'dexie';
import { library } from '../db.ts';
import { placeOf } from '../lists/view-keys.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, ContentRow, ImageRow, SavedQuote, VersionRow, View, ViewKey } from '../types.ts';
import { identify } from './article-identity.ts';
import { imagesOf, inView, quotesOf, versionsOf } from './article-parts.ts';
import { chooseSaved } from './saved-pages.ts';

export interface Page {
  articles: ArticleRow[];
  /** Give it to the next call; null at the end. */
  next: ViewKey | null;
}

export interface PageOptions {
  /** Where the page before ended. Stays right when articles come and go meanwhile. */
  after?: ViewKey | null;
  /** Articles to skip from there, for jumping in a long list. */
  offset?: number;
  limit?: number;
}

/** A page of a view, newest save first. Loads no texts. */
export async function listArticles(
  view: View,
  options: PageOptions = {},
  db: LibraryDb = library,
): Promise<Page> {
  const { after = null, offset = 0, limit = 50 } = options;
  let range = inView(db, view);
  if (after !== null) {
    range = db.articles.where('views').between(after, [view, Dexie.maxKey], false, true);
  }
  if (offset > 0) range = range.offset(offset);
  const articles = await range.limit(limit).toArray();
  const last = articles.length < limit ? undefined : articles.at(-1);
  return { articles, next: last === undefined ? null : [view, placeOf(last), last.id] };
}

/** How many articles a view holds. */
export async function countArticles(view: View, db: LibraryDb = library): Promise<number> {
  return (await db.counts.get(view))?.count ?? 0;
}

/** Ids of everything in a view, newest first: for selecting all, and for lists that jump. */
export function listArticleIds(view: View, db: LibraryDb = library): Promise<string[]> {
  return inView(db, view).primaryKeys();
}

/** The articles with these ids, in the order asked for; those that are gone are left out. */
export async function getArticles(ids: readonly string[], db: LibraryDb = library): Promise<ArticleRow[]> {
  const rows = await db.articles.bulkGet([...ids]);
  return rows.filter((row) => row !== undefined);
}

/** The articles saved last. */
export async function recentArticles(count: number, db: LibraryDb = library): Promise<ArticleRow[]> {
  return (await listArticles('all', { limit: count }, db)).articles;
}

/**
 * The saved article a page belongs to, by the address it is read at or its canonical one.
 *
 * @param text what is at the address now: of several articles that were met there, the one with this text is meant
 * @returns null where nothing is saved, or it was deleted
 */
export async function findSaved(
  url: string,
  db: LibraryDb = library,
  text: string | null = null,
): Promise<ArticleRow | null> {
  const rows = await db.articles.where('addresses').equals(identify(url)).toArray();
  return chooseSaved(rows, identify(url), text);
}

/** All there is of one article, but for its former texts. */
export interface WholeArticle {
  article: ArticleRow;
  content: ContentRow;
  quotes: SavedQuote[];
  images: ImageRow[];
}

/** One article, read at one moment. Null where there is none, or it was deleted. */
export function getWholeArticle(id: string, db: LibraryDb = library): Promise<WholeArticle | null> {
  return db.transaction('r', db.articles, db.contents, db.quoteSets, db.images, async () => {
    const [article, content, quotes, images] = await Promise.all([
      db.articles.get(id),
      db.contents.get(id),
      quotesOf(db, id),
      imagesOf(db, id).toArray(),
    ]);
    if (article === undefined || content === undefined || article.deletedAt !== null) return null;
    return { article, content, quotes, images };
  });
}

export function getQuotes(articleId: string, db: LibraryDb = library): Promise<SavedQuote[]> {
  return quotesOf(db, articleId);
}

export function getImages(articleId: string, db: LibraryDb = library): Promise<ImageRow[]> {
  return imagesOf(db, articleId).toArray();
}

/** The image itself, for a list's pictures. Null where it is not here. */
export async function getImageBlob(imageId: string, db: LibraryDb = library): Promise<Blob | null> {
  return (await db.images.get(imageId))?.blob ?? null;
}

/** Former texts, newest first. */
export function getVersions(articleId: string, db: LibraryDb = library): Promise<VersionRow[]> {
  return versionsOf(db, articleId).reverse().toArray();
}
