import type { LibraryDb } from './db.ts';
import { buildSegment } from './search-segment.ts';
import type { ArticleRow, ContentRow, SavedQuote } from './types.ts';
import { weighTerms } from './weigh-terms.ts';

/** A segment of about a hundred articles is of the size class that merging would have made. */
const LEVEL = 2;

export interface ArticleToIndex {
  article: ArticleRow;
  /** As `weighArticle` gave them. */
  terms: Map<string, number>;
}

/** Terms of an article, for the index. Needs no database, so it can be done while something else is written. */
export function weighArticle(
  article: ArticleRow,
  content: ContentRow | undefined,
  quotes: readonly SavedQuote[],
  notes: readonly string[],
): Map<string, number> {
  const { title, byline, siteName, excerpt, wordCount } = article;
  return weighTerms({
    title,
    byline,
    siteName,
    excerpt,
    wordCount,
    text: content?.text ?? '',
    quotes,
    notes,
  });
}

/**
 * Adds many articles to the search index as one piece, inside the caller's transaction: much cheaper than one by one.
 *
 * @param keepNumbers true where the articles bring document numbers that nobody else has
 */
export async function indexTogether(
  db: LibraryDb,
  articles: readonly ArticleToIndex[],
  keepNumbers: boolean,
): Promise<void> {
  if (articles.length === 0) return;
  if (!keepNumbers) await drawNumbers(db, articles);
  const docs = articles
    .map(({ article, terms }) => ({ doc: article.searchDoc, articleId: article.id, terms }))
    .sort((a, b) => a.doc - b.doc);
  // Its highest document's number: free, as these documents have no segments of their own, and it lifts the counter.
  await db.segments.put({ ...buildSegment(docs, LEVEL), id: docs.at(-1)?.doc ?? 1 });
}

/** Segments and documents are numbered by one counter, kept by the database: takes as many as are needed. */
async function drawNumbers(db: LibraryDb, articles: readonly ArticleToIndex[]): Promise<void> {
  const first = await db.segments.add(buildSegment([]));
  await db.segments.delete(first);
  for (const [i, { article }] of articles.entries()) article.searchDoc = first + i;
}
