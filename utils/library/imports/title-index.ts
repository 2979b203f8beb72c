/** Finds articles by their titles, for imported highlights without an address. */
import type { UnmatchedHighlights } from '../../transfer/import/import-types.ts';
import { statedDetails } from '../articles/article-details.ts';
import type { LibraryDb } from '../schema/library-db.ts';
import { normaliseText } from '../search/fold-text.ts';
import type { ArticleRow } from '../types.ts';

export type TitledArticle = Pick<ArticleRow, 'id' | 'title' | 'byline' | 'siteName' | 'host'>;

/** Titles with fewer words are ambiguous, so the author must match as well. */
const MIN_TITLE_WORDS = 3;

const wordsOf = (text: string): string[] => normaliseText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Normalises a title, so that punctuation, case and diacritics don't matter. */
const titleKey = (title: string): string => wordsOf(title).join(' ');

/** Whether a name could be the author's: a word of the name occurs in the byline. */
function mayBeAuthor(article: TitledArticle, byline: string): boolean {
  const authorWords = new Set(wordsOf(`${article.byline ?? ''} ${article.siteName ?? ''} ${article.host}`));
  return wordsOf(byline).some((word) => word.length > 2 && authorWords.has(word));
}

/** Articles by title. */
export class TitleIndex {
  readonly #articles = new Map<string, TitledArticle[]>();

  /** Adds all articles of the library, at a few thousand per second. */
  async load(db: LibraryDb): Promise<void> {
    await db.articles.each((row) => {
      // Use the titles of the pages, because the other product got its titles from the pages, too.
      if (row.deletedAt === null) this.add({ ...row, ...statedDetails(row) });
    });
  }

  add({ id, title, byline, siteName, host }: TitledArticle): void {
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
    const matchingAuthor = byline === null ? [] : found.filter((article) => mayBeAuthor(article, byline));
    if (matchingAuthor.length === 1) return matchingAuthor[0]?.id ?? null;
    const isDistinctive = key.split(' ').length >= MIN_TITLE_WORDS;
    return isDistinctive && found.length === 1 ? (found[0]?.id ?? null) : null;
  }
}
