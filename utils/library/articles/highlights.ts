/** Reads the highlights and notes of articles, and updates their positions. */

import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { HighlightRow } from '../user-types.ts';
import { locateHighlight } from './anchor-highlight.ts';
import { queryHighlights } from './article-parts.ts';

/**
 * Updates the positions of an article's highlights for its new text. Must run inside the caller's transaction, which
 * includes `highlights`. Highlights whose text no longer occurs are kept without a position.
 *
 * @returns the notes, for the search index
 */
export async function relocateHighlights(db: LibraryDb, articleId: string, text: string): Promise<string[]> {
  const rows = await queryHighlights(db, articleId).toArray();
  if (rows.length === 0) return [];
  for (const row of rows) {
    const position = locateHighlight(text, row);
    row.start = position?.[0] ?? null;
    row.end = position?.[1] ?? null;
  }
  await db.highlights.bulkPut(rows);
  return rows.map((row) => row.note);
}

/** Returns an article's highlights in text order, followed by those without a position. */
export async function listArticleHighlights(
  articleId: string,
  db: LibraryDb = library,
): Promise<HighlightRow[]> {
  const rows = await queryHighlights(db, articleId).toArray();
  const position = (row: HighlightRow): number => row.start ?? Number.POSITIVE_INFINITY;
  return rows.sort((a, b) => position(a) - position(b) || a.createdAt - b.createdAt);
}

/** Returns a highlight; null if it does not exist. */
export async function getHighlight(id: string, db: LibraryDb = library): Promise<HighlightRow | null> {
  return (await db.highlights.get(id)) ?? null;
}
