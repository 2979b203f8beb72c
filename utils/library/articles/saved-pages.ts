/** Tracks which pages of a split article are saved, and selects the saved article for a page. */
import type { ArticlePages } from '../../article/types.ts';
import { hashText } from '../search/fold-text.ts';
import type { ArticleRow, SavedPages } from '../types.ts';

/**
 * Returns the saved pages after saving a single page.
 *
 * @param pages position of the page within the article; null if the page is the whole article
 * @param text text of the page
 */
export function toSavedPages(pages: ArticlePages | null | undefined, text: string): SavedPages | null {
  if (!pages) return null;
  const { page, total, next } = pages;
  return { from: page, to: page, total, next, hashes: [hashText(text)] };
}

/** Adds the next page to the saved ones. */
export function appendPage(saved: SavedPages, added: SavedPages): SavedPages {
  const total = Math.max(saved.total ?? 0, added.total ?? 0, added.to);
  return {
    from: saved.from,
    to: saved.to + 1,
    // A page that links to a next one without stating the total does not reduce the known total.
    total: added.next === null ? saved.to + 1 : total > saved.to + 1 ? total : null,
    next: added.next,
    hashes: [...saved.hashes, ...added.hashes],
  };
}

/** Returns the number of saved pages; 1 if the article is not split. */
export const countPages = (pages: SavedPages | null | undefined): number =>
  pages ? pages.to - pages.from + 1 : 1;

/**
 * Chooses the saved article for a URL: one with the current text, or else the first one.
 *
 * @param rows the articles at the URL
 * @param identity the normalised URL
 * @param text the current text, if known
 * @returns null if all are deleted
 */
export function chooseSaved(
  rows: readonly ArticleRow[],
  identity: string,
  text: string | null = null,
): ArticleRow | null {
  const existing = rows.filter((row) => row.deletedAt === null);
  const withSameText = text === null ? undefined : existing.find((row) => isSavedText(row, text));
  return withSameText ?? existing.find((row) => row.identity === identity) ?? existing[0] ?? null;
}

/** Whether a text is the saved one or one of its pages. */
export function isSavedText(row: Pick<ArticleRow, 'textHash' | 'pages'>, text: string): boolean {
  const hash = hashText(text);
  return row.textHash === hash || (row.pages?.hashes.includes(hash) ?? false);
}
