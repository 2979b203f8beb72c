/** Transfers the user's corrections of speakers when an article is saved again with a changed text. */
import type { Quotation, Quote } from '../../quotes/types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { quoteKeysOf } from './correction-rows.ts';

/** Minimum share of common words for two quotes to count as the same, reworded or shortened. Set by hand. */
const MIN_SIMILARITY = 0.6;

/** Normalised words with their frequencies; pairs of characters in scripts without blanks. */
function piecesOf(text: string): Map<string, number> {
  const folded = text.toLowerCase();
  const words = folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const pieces = words.length > 2 ? words : [...folded].map((char, at) => char + (folded[at + 1] ?? ''));
  const counts = new Map<string, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

const sizeOf = (pieces: ReadonlyMap<string, number>): number =>
  [...pieces.values()].reduce((sum, count) => sum + count, 0);

/** Dice's coefficient of the words of two quotes, 0–1. */
function likeness(own: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [piece, count] of own) shared += Math.min(count, others.get(piece) ?? 0);
  return (2 * shared) / Math.max(1, sizeOf(own) + sizeOf(others));
}

interface Placed extends Pick<Quotation, 'text' | 'start'> {
  key: string;
  /** Relative position in the text, 0–1, where 1 is the end of the last quote. */
  place: number;
}

function placeAll(quotes: readonly Quotation[]): Placed[] {
  const length = Math.max(1, ...quotes.map(({ end }) => end));
  const keys = quoteKeysOf(quotes);
  return quotes.map(({ text, start }, at) => ({ text, start, key: keys[at] ?? '', place: start / length }));
}

/** The candidate at the nearest position. */
function nearest(candidates: readonly Placed[], { place }: Placed): Placed | undefined {
  const away = (one: Placed): number => Math.abs(one.place - place);
  return [...candidates].sort((a, b) => away(a) - away(b))[0];
}

/** The former quote of which this one is a reworded version, among former quotes that no longer occur. */
function findReworded(after: Placed, gone: readonly Placed[]): Placed | undefined {
  const pieces = piecesOf(after.text);
  let best: Placed | undefined;
  let most = MIN_SIMILARITY;
  for (const one of gone) {
    const how = likeness(piecesOf(one.text), pieces);
    if (how < most) continue;
    best = one;
    most = how;
  }
  return best;
}

/**
 * The user's corrections for the quotes of a new text: by the same words (and by position if their frequency has
 * changed), else by similar words.
 *
 * @param before the former quotes, as stored
 * @param rows the former corrections
 * @param after the new quotes
 * @returns the corrections of the quotes in `after`
 */
export function carryCorrections(
  before: readonly Quote[],
  rows: readonly CorrectionRow[],
  after: readonly Quote[],
): CorrectionRow[] {
  if (rows.length === 0) return [];
  const known = new Map(rows.map((row) => [row.quoteHash, row]));
  const old = placeAll(before);
  const now = placeAll(after);
  const oldByText = Map.groupBy(old, ({ text }) => text);
  const nowByText = Map.groupBy(now, ({ text }) => text);
  // Search reworded versions only of corrected quotes that no longer occur.
  const gone = old.filter(({ text, key }) => known.has(key) && !nowByText.has(text));
  return now.flatMap((quote): CorrectionRow[] => {
    const same = oldByText.get(quote.text);
    const isAsOften = same === undefined || same.length === nowByText.get(quote.text)?.length;
    // Words that were not a quote before may have been corrected in the page.
    const own = isAsOften ? known.get(quote.key) : undefined;
    const source =
      same === undefined ? findReworded(quote, gone) : isAsOften ? undefined : nearest(same, quote);
    const row = own ?? known.get(source?.key ?? '');
    return row === undefined ? [] : [{ ...row, quoteHash: quote.key }];
  });
}
