import { library } from '../db.ts';
import { placeOf } from '../lists/view-keys.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow, View, ViewKey } from '../types.ts';
import { countArticles, listArticles, type Page } from './articles.ts';

/**
 * The next article in a view, newest save first. The current article need not be in the view any more, because
 * archiving an article must not lose the position.
 *
 * @param within a second view that must also contain it; null for none
 * @returns null at the end of the view, or if the article does not exist
 */
export async function nextInView(
  view: View,
  id: string,
  within: View | null = null,
  db: LibraryDb = library,
): Promise<ArticleRow | null> {
  const row = await db.articles.get(id);
  if (row === undefined) return null;
  if (within === null) {
    const { articles } = await listArticles(view, { after: [view, placeOf(row), id], limit: 1 }, db);
    return articles[0] ?? null;
  }
  // Both views have the same order, so the shorter one is scanned.
  const [count, countWithin] = [await countArticles(view, db), await countArticles(within, db)];
  const [walked, other] = count <= countWithin ? [view, within] : [within, view];
  for (let after: ViewKey | null = [walked, placeOf(row), id]; after !== null; ) {
    const page: Page = await listArticles(walked, { after }, db);
    const found = page.articles.find(({ views }) => views.some(([name]) => name === other));
    if (found !== undefined) return found;
    after = page.next;
  }
  return null;
}
