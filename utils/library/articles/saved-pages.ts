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
export function onePage(pages: ArticlePages | null | undefined, text: string): SavedPages | null {
  if (!pages) return null;
  const { page, total, next } = pages;
  return { from: page, to: page, total, next, hashes: [hashText(text)] };
}

/** Adds a page to the saved ones. */
export function withPage(so: SavedPages, more: SavedPages): SavedPages {
  const total = Math.max(so.total ?? 0, more.total ?? 0, more.to);
  return {
    from: so.from,
    to: so.to + 1,
    // A page that links to a next one without stating the total does not reduce the known total.
    total: more.next === null ? so.to + 1 : total > so.to + 1 ? total : null,
    next: more.next,
    hashes: [...so.hashes, ...more.hashes],
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
  const alive = rows.filter((row) => row.deletedAt === null);
  const same = text === null ? undefined : alive.find((row) => isSavedText(row, text));
  return same ?? alive.find((row) => row.identity === identity) ?? alive[0] ?? null;
}

/** Whether a text is the saved one, or one of its pages. */
export function isSavedText(row: Pick<ArticleRow, 'textHash' | 'pages'>, text: string): boolean {
  const hash = hashText(text);
  return row.textHash === hash || (row.pages?.hashes.includes(hash) ?? false);
}
