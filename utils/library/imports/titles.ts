/** Finds articles by their titles, for imported highlights without an address. */
import type { UnmatchedHighlights } from '../../transfer/import/import-types.ts';
import { statedDetails } from '../articles/article-details.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { normaliseText } from '../search/fold-text.ts';
import type { ArticleRow } from '../types.ts';

export type Titled = Pick<ArticleRow, 'id' | 'title' | 'byline' | 'siteName' | 'host'>;

/** Titles with fewer words are ambiguous, so the author must match as well. */
const MIN_TITLE_WORDS = 3;

const wordsOf = (text: string): string[] => normaliseText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Titles with the same words are equal, whatever is between the words. */
const titleKey = (title: string): string => wordsOf(title).join(' ');

/** Whether a name could be the author's: a word of the name occurs in the byline. */
function mayBeAuthor(article: Titled, byline: string): boolean {
  const signed = new Set(wordsOf(`${article.byline ?? ''} ${article.siteName ?? ''} ${article.host}`));
  return wordsOf(byline).some((word) => word.length > 2 && signed.has(word));
}

/** Articles by title. */
export class Titles {
  readonly #articles = new Map<string, Titled[]>();

  /** Reads the whole library: a few thousand rows a second. */
  async read(db: LibraryDb): Promise<void> {
    await db.articles.each((row) => {
      // The page's own titles, since the other product has its titles from there, too.
      if (row.deletedAt === null) this.add({ ...row, ...statedDetails(row) });
    });
  }

  add({ id, title, byline, siteName, host }: Titled): void {
    const key = titleKey(title);
    const known = this.#articles.get(key);
    if (key === '' || known?.some((one) => one.id === id)) return;
    const article = { id, title, byline, siteName, host };
    if (known === undefined) this.#articles.set(key, [article]);
    else known.push(article);
  }

  /** @returns the id of the only possible article, or null */
  find({ title, byline }: Pick<UnmatchedHighlights, 'title' | 'byline'>): string | null {
    const key = titleKey(title);
    const found = this.#articles.get(key) ?? [];
    const by = byline === null ? [] : found.filter((article) => mayBeAuthor(article, byline));
    if (by.length === 1) return by[0]?.id ?? null;
    const isTelling = key.split(' ').length >= MIN_TITLE_WORDS;
    return isTelling && found.length === 1 ? (found[0]?.id ?? null) : null;
  }
}
