/**
 * Reads the data for the first paint of a page while its scripts are still loading, because the database answers before
 * Dexie is loaded. Read-only, and only for the current schema version.
 */
import type { FullArticle } from '../articles/articles.ts';
import type { StoryLink } from '../stories/story-views.ts';
import type { ArticleRow, CountRow, ImageRow, QuoteSetRow, StoryArticleRow, View } from '../types.ts';
import { SCHEMA_VERSION } from './library-name.ts';
import { unpackQuotes } from './quote-sets.ts';
import { promisify, readWithoutDexie } from './raw-library.ts';
import { type StoredContentRow, toContent, unpackContent } from './stored-texts.ts';

/** Number of list rows that are prefetched. */
export const PREFETCHED_ROWS = 24;

/** The version of the IndexedDB database. Dexie multiplies schema versions by ten. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;

/** The first rows of a list, newest first, and the total count. */
export interface PrefetchedList {
  view: View;
  rows: ArticleRow[];
  count: number;
}

function readCurrentVersion<T>(read: (db: IDBDatabase) => Promise<T>): Promise<T | null> {
  return readWithoutDexie<T | null>(async (db) => (db.version === NATIVE_VERSION ? read(db) : null), null);
}

/** Like `listArticles` and `countArticles`. Null if there is no library, or it has another schema version. */
export function prefetchList(view: View): Promise<PrefetchedList | null> {
  return readCurrentVersion(async (db) => {
    const transaction = db.transaction(['articles', 'counts']);
    const range = IDBKeyRange.bound([view], [view, []]);
    const [rows, count] = await Promise.all([
      promisify<ArticleRow[]>(
        transaction.objectStore('articles').index('views').getAll(range, PREFETCHED_ROWS),
      ),
      promisify<CountRow | undefined>(transaction.objectStore('counts').get(view)),
    ]);
    return { view, rows, count: count?.count ?? 0 };
  });
}

/** Reads the story of an article. @param transaction must include `storyArticles` and `articles` */
async function readStoryLink(transaction: IDBTransaction, articleId: string): Promise<StoryLink | null> {
  const placements = transaction.objectStore('storyArticles');
  const articles = transaction.objectStore('articles');
  const placement = await promisify<StoryArticleRow | undefined>(placements.get(articleId));
  if (typeof placement?.storyId !== 'string') return null;
  const ids = await promisify(placements.index('storyId').getAllKeys(placement.storyId));
  const others = await Promise.all(
    ids.filter((id) => id !== articleId).map((id) => promisify<ArticleRow | undefined>(articles.get(id))),
  );
  const otherCount = others.filter((article) => article?.deletedAt === null).length;
  return otherCount === 0 ? null : { id: placement.storyId, otherCount };
}

/**
 * Returns the story of a saved article without comparing articles, unlike `onThisStory`. Null if no other saved article
 * is on it, if there is no library, or if it has another schema version.
 */
export function prefetchStoryLink(articleId: string): Promise<StoryLink | null> {
  return readCurrentVersion((db) => readStoryLink(db.transaction(['storyArticles', 'articles']), articleId));
}

/** An article with its story. */
export interface PrefetchedArticle extends FullArticle {
  story: StoryLink | null;
}

/** Like `getFullArticle`, with the story. Also null if there is no library, or it has another schema version. */
export function prefetchArticle(id: string): Promise<PrefetchedArticle | null> {
  return readCurrentVersion(async (db) => {
    const transaction = db.transaction(['articles', 'contents', 'quoteSets', 'images', 'storyArticles']);
    const imageRange = IDBKeyRange.bound([id], [id, []]);
    const [article, stored, quotes, pictures, story] = await Promise.all([
      promisify<ArticleRow | undefined>(transaction.objectStore('articles').get(id)),
      promisify<StoredContentRow | undefined>(transaction.objectStore('contents').get(id)),
      promisify<QuoteSetRow | undefined>(transaction.objectStore('quoteSets').get(id)),
      promisify<ImageRow[]>(transaction.objectStore('images').index('[articleId+url]').getAll(imageRange)),
      readStoryLink(transaction, id),
    ]);
    const content = toContent(article, stored && unpackContent(stored));
    if (article === undefined || content === null) return null;
    return {
      article,
      content,
      quotes: quotes === undefined ? [] : unpackQuotes(quotes),
      images: pictures,
      story,
    };
  });
}
