/**
 * Finds the saved text that a save would replace, so that nothing is replaced without asking, and the saved article
 * that a page shows.
 */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import type { ArticleRow } from '../types.ts';
import type { Replacement } from '../view-types.ts';
import { statedDetails } from './article-details.ts';
import { normaliseAddress } from './article-identity.ts';
import { readQuotes } from './article-parts.ts';
import type { ArticleToSave } from './article-rows.ts';
import { compareTexts } from './compare-texts.ts';
import { findSaveTarget, isSameArticle, type ShownArticle, wouldLoseText } from './save-article.ts';
import { chooseSaved, countPages, isSavedText } from './saved-pages.ts';

/**
 * Finds the saved text that a save would replace by a different one. Completing a preview or adding pages of the same
 * article does not count.
 *
 * @returns null if nothing would be replaced
 */
export function findReplacement(input: ArticleToSave, db: LibraryDb = library): Promise<Replacement | null> {
  return db.transaction('r', db.articles, db.contents, db.quoteSets, async () => {
    const { article, pages } = input;
    const { before } = await findSaveTarget(db, input);
    if (before === undefined || before.deletedAt !== null || !before.hasText) return null;
    if (isSavedText(before, article.text) || wouldLoseText(before, input)) return null;
    if (before.isPreview && !article.isPreview) return null;
    if (countPages(pages) > countPages(before.pages)) return null;
    const content = await db.contents.get(before.id);
    if (content === undefined) return null;
    const comparison = compareTexts(
      { title: statedDetails(before).title, text: content.text, quotes: await readQuotes(db, before.id) },
      { title: article.title, text: article.text, quotes: input.quotes },
    );
    const countKind = (kind: string): number =>
      comparison.blocks.filter((block) => block.kind === kind).length;
    const changes = {
      title: comparison.title !== null,
      added: countKind('added'),
      removed: countKind('removed'),
      changed: countKind('changed'),
    };
    return { articleId: before.id, savedAt: before.updatedAt, changes };
  });
}

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
