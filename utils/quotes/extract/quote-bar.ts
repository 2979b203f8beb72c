import { QUOTE_FEATURES } from './quote-features.ts';
import { NEIGHBOURS } from './quote-place.ts';

/** Belief that a span is somebody's words, from which it counts as a quote. */
const QUOTE_BAR = 0.55;
/** The same for a few words, which are names and terms as often: a missed one costs less than a false one. */
const SHORT_BAR = 0.74;
/** Words from which a span is no mere few. */
export const FEW = 4;

const SIZE = QUOTE_FEATURES.indexOf('size');
const PLAIN = QUOTE_FEATURES.indexOf('plain');
const BEFORE = QUOTE_FEATURES.indexOf('before');
const AFTER = QUOTE_FEATURES.indexOf('after');
const OPENING = QUOTE_FEATURES.indexOf('opening');
const COLON = NEIGHBOURS.indexOf('colon');
const STOP = NEIGHBOURS.indexOf('stop');

/** The bar for a row: a colon, a plain speaker's clause or a sentence of their own says that a few words are no name. */
export function barFor(row: readonly number[]): number {
  const after = row[AFTER] ?? 0;
  const isSentence = (row[OPENING] ?? 0) > 1 && (after === 0 || after === STOP);
  const isPlain = (row[PLAIN] ?? 0) > 0 || isSentence || row[BEFORE] === COLON;
  return (row[SIZE] ?? 0) < FEW && !isPlain ? SHORT_BAR : QUOTE_BAR;
}
