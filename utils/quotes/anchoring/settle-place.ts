import { findAll } from '../../text/find-all.ts';
import type { Stretch } from '../../text/split-sentences.ts';
import type { Quotation } from '../types.ts';

/** More places than this can't be told apart. */
const MANY = 500;

/**
 * Where words stand in a text: at their offsets, or, where the text has been read again meanwhile, at the place of the
 * same words that is nearest to those.
 *
 * @returns null where the text does not hold them
 */
export function settlePlace(text: string, { start, end, text: words }: Quotation): Stretch | null {
  if (words === '') return null;
  if (text.slice(start, end) === words) return { start, end };
  const places = findAll(text, words, MANY);
  const [nearest] = places.sort((a, b) => Math.abs(a - start) - Math.abs(b - start));
  return nearest === undefined ? null : { start: nearest, end: nearest + words.length };
}
