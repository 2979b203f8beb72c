/** Which pages of a split article are saved. */
import type { ArticlePages } from '../../article/types.ts';
import { hashText } from '../search/fold-text.ts';
import type { ArticleRow, SavedPages } from '../types.ts';

/**
 * The pages that a save of one page contains.
 *
 * @param pages the page's number among the article's pages, or null if it is the whole article
 * @param text of the page
 */
export function toSavedPages(pages: ArticlePages | null | undefined, text: string): SavedPages | null {
  if (!pages) return null;
  const { page, total, next } = pages;
  return { from: page, to: page, total, next, hashes: [hashText(text)] };
}

/** Adds a page to the saved ones. */
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

/** Number of saved pages of an article; 1 if it is not split. */
export const countPages = (pages: SavedPages | null | undefined): number =>
  pages ? pages.to - pages.from + 1 : 1;

/**
 * The saved article for an address: the one with the current text, else the first one.
 *
 * @param rows the articles at the address
 * @param text the current text, if known
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

/** Whether a text is the saved one, or one of its pages. */
export function isSavedText(row: Pick<ArticleRow, 'textHash' | 'pages'>, text: string): boolean {
  const hash = hashText(text);
  return row.textHash === hash || (row.pages?.hashes.includes(hash) ?? false);
}
