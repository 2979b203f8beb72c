import type { Underline } from '../../../utils/quotes/anchoring/live-anchors.ts';
import type { Quote } from '../../../utils/quotes/types.ts';

/**
 * Converts quotes for underlining in their page.
 *
 * @param hueOf colours by index of the quote
 */
export function underlinesOf(quotes: readonly Quote[], hueOf: ReadonlyMap<number, number>): Underline[] {
  return quotes.map(({ text, start, end }, index) => ({ text, start, end, hue: hueOf.get(index) ?? 0 }));
}
