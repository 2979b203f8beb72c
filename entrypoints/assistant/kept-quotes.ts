import type { PlacedCorrection } from '../../utils/quotes/corrections.ts';
import { isVerbatim } from '../../utils/quotes/quote-schema.ts';
import type { Quote } from '../../utils/quotes/types.ts';
import { COUNT_LIMITS } from '../../utils/text/limits.ts';

/**
 * What is known of the article's quotes for as long as its page is open. Quotes are worked out by our own pages; this
 * one keeps what they found for whoever shows it next.
 */
export class KeptQuotes {
  /** What the user corrected, in that order; it holds also for a text that is read again. */
  readonly corrections: PlacedCorrection[] = [];
  #found: Quote[] | null = null;

  /** Null where nobody has looked for quotes in the latest reading. */
  get found(): Quote[] | null {
    return this.#found;
  }

  correct(corrections: readonly PlacedCorrection[]): void {
    this.corrections.push(...corrections);
    this.corrections.splice(0, this.corrections.length - COUNT_LIMITS.corrections);
  }

  /** Takes back what was said last of these quotes. */
  takeBack(places: readonly Pick<PlacedCorrection, 'text' | 'start'>[]): void {
    for (const { text, start } of places) {
      const at = this.corrections.findLastIndex((known) => known.text === text && known.start === start);
      if (at >= 0) this.corrections.splice(at, 1);
    }
  }

  /**
   * @param length of the text that they were found in, in UTF-16 units
   * @param text as it was read last: it may have been read again meanwhile, and is then another
   */
  keep(quotes: Quote[], length: number, text: string): void {
    if (text.length === length && quotes.every((quote) => isVerbatim(quote, text))) this.#found = quotes;
  }

  /** The page was read anew. */
  forget(): void {
    this.#found = null;
  }
}
