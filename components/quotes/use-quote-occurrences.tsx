import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { QuoteInArticle } from '../../utils/library/view-types.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { useLazyModule } from '../ui/hooks/use-lazy-module.ts';
import type { OccurrenceLink } from './QuoteCard.tsx';
import type { SourceArticle } from './QuoteOccurrencesSheet.tsx';

/** Occurrences of an article's quotes in other saved articles, keyed by the quote's index; empty until known. */
export type QuoteOccurrences = ReadonlyMap<number, readonly QuoteInArticle[]>;

export interface OccurrenceLinks {
  /** Returns the link of the quote with this index; undefined if no other article contains the quote. */
  getLink: (index: number) => OccurrenceLink | undefined;
}

export const NO_OCCURRENCES: QuoteOccurrences = new Map();

/** Estimates the time of an article's quotes as its publication, or now if that is unknown (Unix timestamp in ms). */
export const estimateQuoteTime = ({ publishedAt }: { publishedAt: string | null }): number =>
  Date.parse(publishedAt ?? '') || Date.now();

/** Returns the URL of a quote in the reader. */
const hrefOfQuote = (articleId: string, quoteIndex: number): string =>
  `reader.html?id=${encodeURIComponent(articleId)}#quote-${quoteIndex}`;

/**
 * Counts the other saved articles that contain each quote, and shows them on demand.
 *
 * @param saidAt the estimated time of the article's quotes (Unix timestamp in ms)
 * @param target `_blank` if the reader must not replace the current page
 */
export function useQuoteOccurrences(
  article: SourceArticle,
  quotes: readonly Quote[],
  saidAt: number,
  occurrences: QuoteOccurrences,
  target?: '_blank',
): OccurrenceLinks & { sheet: ComponentChildren } {
  const [shownIndex, setShownIndex] = useState<number | null>(null);
  const Sheet = useLazyModule(
    shownIndex !== null,
    () => import('./QuoteOccurrencesSheet.tsx'),
  )?.QuoteOccurrencesSheet;
  const quote = shownIndex === null ? undefined : quotes[shownIndex];
  return {
    getLink: (index) => {
      const articleCount = occurrences.get(index)?.length ?? 0;
      return articleCount === 0 ? undefined : { articleCount, onShow: () => setShownIndex(index) };
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
