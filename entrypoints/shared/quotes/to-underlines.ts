import type { Underline } from '../../../utils/quotes/anchoring/live-anchors.ts';
import type { Quote } from '../../../utils/quotes/types.ts';

/**
 * Converts quotes for underlining in their page.
 *
 * @param hues maps the index of a quote to the index of its colour
 */
export function toUnderlines(quotes: readonly Quote[], hues: ReadonlyMap<number, number>): Underline[] {
  return quotes.map(({ text, start, end }, index) => ({ text, start, end, hue: hues.get(index) ?? 0 }));
}
