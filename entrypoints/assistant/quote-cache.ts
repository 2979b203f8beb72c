import type { LocatedCorrection } from '../../utils/quotes/corrections.ts';
import { isVerbatim } from '../../utils/quotes/quote-schema.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { COUNT_LIMITS } from '../../utils/text/limits.ts';

/**
 * Caches the article's quotes while its page is open. The quotes are extracted by our own pages; the content script stores
 * them for the next page that shows them.
 */
export class QuoteCache {
  /** The user's corrections in order. They stay when the article is extracted again. */
  readonly corrections: LocatedCorrection[] = [];
  /** The quotes of the current text; null if they have not been extracted yet. */
  quotes: Quote[] | null = null;

  addCorrections(corrections: readonly LocatedCorrection[]): void {
    this.corrections.push(...corrections);
    this.corrections.splice(0, this.corrections.length - COUNT_LIMITS.corrections);
  }

  /** Reverts the last correction of each of these quotes. */
  revert(positions: readonly Pick<LocatedCorrection, 'text' | 'start'>[]): void {
    for (const { text, start } of positions) {
      const index = this.corrections.findLastIndex(
        (correction) => correction.text === text && correction.start === start,
      );
      if (index >= 0) this.corrections.splice(index, 1);
    }
  }

  /**
   * Stores quotes, unless they belong to an earlier, different text.
   *
   * @param length length of the text that the quotes belong to, in UTF-16 code units
   * @param text the current text of the article
   */
  store(quotes: Quote[], length: number, text: string): void {
    if (text.length === length && quotes.every((quote) => isVerbatim(quote, text))) this.quotes = quotes;
  }
}
