import { library } from '../db.ts';
import { placeOf } from '../lists/view-keys.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, View } from '../types.ts';
import { listArticles } from './articles.ts';

/**
 * The article that comes after another in a view, newest save first. The other need not be in it any more: archiving
 * what was just read must not lose the place.
 *
 * @returns null at the end of the view, and where there is no such article
 */
export async function nextInView(
  view: View,
  id: string,
  db: LibraryDb = library,
): Promise<ArticleRow | null> {
  const row = await db.articles.get(id);
  if (row === undefined) return null;
  const { articles } = await listArticles(view, { after: [view, placeOf(row), id], limit: 1 }, db);
  return articles[0] ?? null;
}
