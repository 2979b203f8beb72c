import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import { normaliseAddress } from './article-identity.ts';
import { isSameArticle, type ShownArticle } from './save-article.ts';
import { chooseSaved } from './saved-pages.ts';

/**
 * Finds the saved article that a page shows, as opposed to another article at its URL.
 *
 * @param url canonical URL
 * @param shown title and text of the page
 * @returns null if it is not saved, or was deleted
 */
export function findShownArticle(
  url: string,
  shown: ShownArticle,
  db: LibraryDb = library,
): Promise<ArticleRow | null> {
  return db.transaction('r', db.articles, db.contents, async () => {
    const identity = normaliseAddress(url);
    const candidates = await db.articles.where('addresses').equals(identity).toArray();
    for (;;) {
      // The likeliest article first, as in `findSaved`.
      const row = chooseSaved(candidates, identity, shown.article.text);
      if (row === null || (await isSameArticle(db, row, shown))) return row;
      candidates.splice(candidates.indexOf(row), 1);
    }
  });
}
