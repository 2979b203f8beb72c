import type { Quotation, Quote } from '../types.ts';
import { putRight } from './put-right.ts';

/** What the user says about a quote, by its words and place: whoever works the quotes out anew finds it again. */
export interface PlacedCorrection extends Pick<Quotation, 'text' | 'start'> {
  /** Full name, or null: unclear. */
  speaker: string | null;
}

/** @returns the index of the quote with the same words that is nearest to the same place, or -1 */
export function findSameQuote(
  quotes: readonly Quotation[],
  wanted: Pick<Quotation, 'text' | 'start'>,
): number {
  let best = -1;
  for (const [index, quote] of quotes.entries()) {
    if (quote.text !== wanted.text) continue;
    const known = quotes[best];
    const isNearer =
      known === undefined || Math.abs(quote.start - wanted.start) < Math.abs(known.start - wanted.start);
    if (isNearer) best = index;
  }
  return best;
}

/** Quotes as the user corrected them, one correction after the other; those of words that are not quoted are left. */
export function correctQuotes(quotes: readonly Quote[], corrections: readonly PlacedCorrection[]): Quote[] {
  let corrected = [...quotes];
  for (const correction of corrections) {
    const index = findSameQuote(corrected, correction);
    if (index >= 0) corrected = putRight(corrected, [index], correction.speaker);
  }
  return corrected;
}
