/** What is here of articles that their sites split over several pages. */
import type { ArticlePages } from '../../article/types.ts';
import { hashText } from '../search/fold-text.ts';
import type { ArticleRow, SavedPages } from '../types.ts';

/**
 * What a save of one page holds.
 *
 * @param pages the page's place among its article's pages, or null where it is all of it
 * @param text of the page
 */
export function onePage(pages: ArticlePages | null | undefined, text: string): SavedPages | null {
  if (!pages) return null;
  const { page, total, next } = pages;
  return { from: page, to: page, total, next, hashes: [hashText(text)] };
}

/** The pages so far with one more. */
export function withPage(so: SavedPages, more: SavedPages): SavedPages {
  const total = Math.max(so.total ?? 0, more.total ?? 0, more.to);
  return {
    from: so.from,
    to: so.to + 1,
    // A page that knows of a next one but not of how many there are does not know less than those before it.
    total: more.next === null ? so.to + 1 : total > so.to + 1 ? total : null,
    next: more.next,
    hashes: [...so.hashes, ...more.hashes],
  };
}

/** How many pages of an article are here; 1 where it has but one. */
export const countPages = (pages: SavedPages | null | undefined): number =>
  pages ? pages.to - pages.from + 1 : 1;

/**
 * The saved article that is meant by an address: the one with the text that is there now, else the one that came
 * first.
 *
 * @param rows those that were met at the address
 * @param text what is there now, where that is known
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

/** Whether a text is what is saved, or one of the pages of it. */
export function isSavedText(row: Pick<ArticleRow, 'textHash' | 'pages'>, text: string): boolean {
  const hash = hashText(text);
  return row.textHash === hash || (row.pages?.hashes.includes(hash) ?? false);
}
