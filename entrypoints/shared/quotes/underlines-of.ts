import type { Underline } from '../../../utils/quotes/anchoring/live-anchors.ts';
import type { Quote } from '../../../utils/quotes/types.ts';

/**
 * Quotes as they are underlined in their page.
 *
 * @param hueOf colours by index into the quotes
 */
export function underlinesOf(quotes: readonly Quote[], hueOf: ReadonlyMap<number, number>): Underline[] {
  return quotes.map(({ text, start, end }, index) => ({ text, start, end, hue: hueOf.get(index) ?? 0 }));
}
