import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import { mergeSegments } from './merge-segments.ts';
import { emptySegment, type NewSegment } from './search-segment.ts';

/** The level of a prebuilt segment of about a hundred articles, as if it were the result of merges. */
export const PREBUILT_LEVEL = 2;

/**
 * Adds a prebuilt segment to the search index, which is much faster than adding single articles. Must run inside the
 * caller's transaction.
 *
 * @param articles by their number within the segment, ascending; their document numbers are reserved. Other articles of
 *   the segment are omitted
 */
export async function addPrebuiltSegment(
  db: LibraryDb,
  prebuilt: NewSegment,
  articles: ReadonlyMap<number, ArticleRow>,
): Promise<void> {
  if (articles.size === 0) return;
  const isWhole = articles.size === prebuilt.docs.length;
  const segment = isWhole ? prebuilt : mergeSegments([prebuilt], PREBUILT_LEVEL, (doc) => !articles.has(doc));
  const rows = [...segment.docs].flatMap((doc) => articles.get(doc) ?? []);
  const docs = Uint32Array.from(rows, ({ searchDoc }) => searchDoc);
  const articleIds = rows.map(({ id }) => id);
  // The segment's id is its highest document number. It is free, because these documents have no segments of their own,
  // and it advances the counter.
  await db.segments.put({ ...segment, docs, articleIds, id: docs.at(-1) ?? 1 });
}

/**
 * Assigns document numbers to articles. Must run inside the caller's transaction. Segments and documents share one
 * counter, which the database keeps.
 */
export async function assignDocNumbers(db: LibraryDb, articles: readonly ArticleRow[]): Promise<void> {
  const first = await db.segments.add(emptySegment());
  await db.segments.delete(first);
  for (const [i, article] of articles.entries()) article.searchDoc = first + i;
}
