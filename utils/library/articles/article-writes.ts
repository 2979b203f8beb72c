/**
 * The only code that writes article rows, so that a row, its lists, the counts, its quotes and the search index always
 * agree. A test rejects any other write (`tests/unit/library/articles/articles.test.ts`). How writes are recorded is
 * described in docs/adr/0013-one-change-log.md.
 */
import type { Quote } from '../../quotes/types.ts';
import { type KnownCounts, ViewCountChanges } from '../lists/view-counts.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { packQuotes } from '../schema/quote-sets.ts';
import { packContent } from '../schema/stored-texts.ts';
import { indexArticle, readSearchable, unindexDoc } from '../search/search-index.ts';
import { storiesChanged } from '../stories/stories-changed.ts';
import type { ArticleRow, ContentRow, ViewKey } from '../types.ts';
import type { HighlightRow } from '../user-types.ts';
import { queryHighlights, readQuotes } from './article-parts.ts';
import { createSpeakerRows, deriveQuoteFields } from './article-rows.ts';

/** Sets the numbers of highlights and notes of a row. */
export function countHighlights(
  article: ArticleRow,
  highlights: readonly Pick<HighlightRow, 'text' | 'note'>[],
): void {
  article.highlightCount = highlights.filter(({ text }) => text !== '').length;
  article.noteCount = highlights.filter(({ note }) => note !== '').length;
}

/**
 * Writes articles within a transaction of the caller. Methods that set a part of an article only change the given row,
 * which is stored by `put`. `finish` must be called last.
 */
export class ArticleWrites {
  readonly #db: LibraryDb;
  readonly #counts: ViewCountChanges;

  /** @param knownCounts view counts after an earlier transaction; see `ViewCountChanges` */
  constructor(db: LibraryDb, knownCounts: KnownCounts | null = null) {
    this.#db = db;
    this.#counts = new ViewCountChanges(knownCounts);
  }

  /**
   * Stores the row, and moves the article to its lists. Needs the tables `articles` and `counts`.
   *
   * @param before the views of the stored row, `[]` for a new article. Defaults to the views of `article`, which is
   *   right unless it is a new object
   */
  async put(article: ArticleRow, before: readonly ViewKey[] = article.views): Promise<void> {
    await this.#db.articles.put(this.#counts.update(article, before));
  }

  /** Stores many rows in a single request, each with its former views. */
  async putAll(rows: Iterable<readonly [article: ArticleRow, before: readonly ViewKey[]]>): Promise<void> {
    const rowsWithViews = [...rows].map(([row, before]) => this.#counts.update(row, before));
    // An empty request would end Dexie's transaction.
    if (rowsWithViews.length > 0) await this.#db.articles.bulkPut(rowsWithViews);
  }

  /** Removes rows. Their parts are removed by `removeWithParts`. */
  async remove(articles: readonly ArticleRow[]): Promise<void> {
    for (const article of articles) this.#counts.remove(article);
    await this.#db.articles.bulkDelete(articles.map(({ id }) => id));
  }

  /** Stores the content, or removes it if it is null. Needs the table `contents`. */
  async setText({ id }: ArticleRow, content: Omit<ContentRow, 'articleId'> | null): Promise<void> {
    if (content === null) await this.#db.contents.delete(id);
    else {
      const { html, text } = content;
      await this.#db.contents.put(packContent({ articleId: id, html, text }));
    }
  }

  /**
   * Stores the quotes and the spellings of their speakers; queues the article for assignment to a story. Needs
   * `quoteSets`, `speakers` and `storyArticles`.
   *
   * @param isNew whether the article has no stored quotes yet
   */
  async setQuotes(article: ArticleRow, quotes: readonly Quote[], isNew = false): Promise<void> {
    const { id, publishedTime } = article;
    const { quoteSets, speakers } = this.#db;
    const set = packQuotes(id, quotes, publishedTime);
    const spellings = createSpeakerRows(set);
    Object.assign(article, deriveQuoteFields(quotes));
    await Promise.all([
      ...(quotes.length > 0 ? [quoteSets.put(set)] : isNew ? [] : [quoteSets.delete(id)]),
      ...(spellings.length > 0 ? [speakers.bulkPut(spellings)] : []),
      this.queueForStories(article),
    ]);
  }

  /** Queues the article for assignment to a story, which the background does. Needs `storyArticles`. */
  async queueForStories({ id }: ArticleRow): Promise<void> {
    await storiesChanged(this.#db, [id]);
  }

  /** Stores the quotes again, with the article's current date. */
  async updateQuoteDates(article: ArticleRow): Promise<void> {
    await this.setQuotes(article, await readQuotes(this.#db, article.id));
  }

  /** Counts the stored highlights and notes. Needs `highlights`. */
  async countHighlights(article: ArticleRow): Promise<void> {
    countHighlights(article, await queryHighlights(this.#db, article.id).toArray());
  }

  /**
   * Indexes the stored parts of the article again. A deleted article is only removed from the index. Needs the tables
   * of `readSearchable` and `searchTables`.
   *
   * @param isIndexed whether the article is in the index now
   */
  async reindex(article: ArticleRow, isIndexed = article.deletedAt === null): Promise<void> {
    if (isIndexed) await unindexDoc(this.#db, article.searchDoc);
    if (article.deletedAt !== null) return;
    article.searchDoc = await indexArticle(this.#db, article.id, await readSearchable(this.#db, article));
  }

  /** Writes the changed counts of lists. */
  async finish(): Promise<void> {
    await this.#counts.write(this.#db);
  }
}

/** Runs writes and finishes them. Must run inside the caller's transaction. */
export async function writeArticles<T>(
  db: LibraryDb,
  work: (writes: ArticleWrites) => Promise<T>,
): Promise<T> {
  const writes = new ArticleWrites(db);
  const result = await work(writes);
  await writes.finish();
  return result;
}
