import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import { mergeSegments } from './merge-segments.ts';
import { emptySegment, type NewSegment } from './search-segment.ts';

/** A segment of about a hundred articles is of the size class that merging would have made. */
export const PIECE_LEVEL = 2;

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
  const segment = isWhole ? piece : mergeSegments([piece], PIECE_LEVEL, (doc) => !articles.has(doc));
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
  const first = await db.segments.add(emptySegment());
  await db.segments.delete(first);
  for (const [i, article] of articles.entries()) article.searchDoc = first + i;
}
