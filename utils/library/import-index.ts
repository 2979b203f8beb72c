import type { LibraryDb } from './db.ts';
import { mergeSegments } from './merge-segments.ts';
import { buildSegment, type NewSegment, type SegmentDoc } from './search-segment.ts';
import type { ArticleRow, ContentRow, SavedQuote } from './types.ts';
import { weighTerms } from './weigh-terms.ts';

/** A segment of about a hundred articles is of the size class that merging would have made. */
const LEVEL = 2;

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

/** Articles as a piece of the index, in ascending order of their document numbers. */
export function indexPiece(articles: Iterable<SegmentDoc>): NewSegment {
  return buildSegment(articles, LEVEL);
}

/**
 * Adds a piece to the search index, inside the caller's transaction: much cheaper than article by article.
 *
 * @param articles by their number within the piece, ascending as those do; they have the numbers they shall have, which
 *   nobody else has. The others of the piece are left out.
 */
export async function addPiece(
  db: LibraryDb,
  piece: NewSegment,
  articles: ReadonlyMap<number, ArticleRow>,
): Promise<void> {
  if (articles.size === 0) return;
  const isWhole = articles.size === piece.docs.length;
  const segment = isWhole ? piece : mergeSegments([piece], LEVEL, (doc) => !articles.has(doc));
  const rows = [...segment.docs].flatMap((doc) => articles.get(doc) ?? []);
  const docs = Uint32Array.from(rows, ({ searchDoc }) => searchDoc);
  const articleIds = rows.map(({ id }) => id);
  // Its highest document's number: free, as these documents have no segments of their own, and it lifts the counter.
  await db.segments.put({ ...segment, docs, articleIds, id: docs.at(-1) ?? 1 });
}

/**
 * Numbers articles for the search index, inside the caller's transaction. Segments and documents are numbered by one
 * counter, kept by the database: takes as many as are needed.
 */
export async function drawNumbers(db: LibraryDb, articles: readonly ArticleRow[]): Promise<void> {
  const first = await db.segments.add(buildSegment([]));
  await db.segments.delete(first);
  for (const [i, article] of articles.entries()) article.searchDoc = first + i;
}
