import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { QuoteInArticle } from '../../utils/library/view-types.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { useLazyModule } from '../ui/hooks/use-lazy-module.ts';
import type { SourceArticle } from './Elsewhere.tsx';

/** The same words in other saved articles, by index of the quote, earliest first; empty until known. */
export type Occurrences = ReadonlyMap<number, readonly QuoteInArticle[]>;

/** The same words in other articles, for the quote cards. */
export interface OtherOccurrences {
  findLine: (index: number) => { articles: number; onShow: () => void } | undefined;
}

export const NO_OCCURRENCES: Occurrences = new Map();

/** When the quotes of a page were said, as far as known, in ms since 1970. */
export const saidAtOf = ({ publishedAt }: { publishedAt: string | null }): number =>
  Date.parse(publishedAt ?? '') || Date.now();

/** The reader's address of a quote in a saved article. */
const hrefOfQuote = (articleId: string, quote: number): string =>
  `reader.html?id=${encodeURIComponent(articleId)}#quote-${quote}`;

/**
 * Counts, for each quote, the other saved articles with the same words, and shows them on demand.
 *
 * @param saidAt the best estimate of when the article's quotes were said, in ms since 1970
 * @param target `_blank` where the reader can't be shown in place of this screen
 */
export function useOtherArticles(
  article: SourceArticle,
  quotes: readonly Quote[],
  saidAt: number,
  occurrences: Occurrences,
  target?: '_blank',
): OtherOccurrences & { sheet: ComponentChildren } {
  const [shownIndex, setShownIndex] = useState<number | null>(null);
  const Sheet = useLazyModule(shownIndex !== null, () => import('./Elsewhere.tsx'))?.OtherArticles;
  const quote = shownIndex === null ? undefined : quotes[shownIndex];
  return {
    findLine: (index) => {
      const articles = occurrences.get(index)?.length ?? 0;
      return articles === 0 ? undefined : { articles, onShow: () => setShownIndex(index) };
    },
    sheet: shownIndex !== null && quote !== undefined && Sheet !== undefined && (
      <Sheet
        {...{ quote, saidAt, article, target, hrefOf: hrefOfQuote }}
        occurrences={occurrences.get(shownIndex) ?? []}
        onClose={() => setShownIndex(null)}
      />
    ),
  };
}
