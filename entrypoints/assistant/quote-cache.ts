import type { LocatedCorrection } from '../../utils/quotes/corrections.ts';
import { isVerbatim } from '../../utils/quotes/quote-schema.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { COUNT_LIMITS } from '../../utils/text/limits.ts';

/**
 * Caches the article's quotes while its page is open. Our own pages find the quotes; the tab stores them for the next page
 * that shows them.
 */
export class QuoteCache {
  /** The user's corrections in order; they stay when the text is read again. */
  readonly corrections: LocatedCorrection[] = [];
  /** Null if the text that was read last has not been searched for quotes. */
  found: Quote[] | null = null;

  correct(corrections: readonly LocatedCorrection[]): void {
    this.corrections.push(...corrections);
    this.corrections.splice(0, this.corrections.length - COUNT_LIMITS.corrections);
  }

  /** Reverts the last correction of each of these quotes. */
  revert(places: readonly Pick<LocatedCorrection, 'text' | 'start'>[]): void {
    for (const { text, start } of places) {
      const at = this.corrections.findLastIndex((known) => known.text === text && known.start === start);
      if (at >= 0) this.corrections.splice(at, 1);
    }
  }

  /**
   * @param length of the searched text, in UTF-16 units
   * @param text as it was read last; quotes from an earlier, different text are ignored
   */
  keep(quotes: Quote[], length: number, text: string): void {
    if (text.length === length && quotes.every((quote) => isVerbatim(quote, text))) this.found = quotes;
  }
}
