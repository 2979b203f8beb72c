/** Taking the user's corrections along when an article is saved again, and its text is another. */
import type { Quotation, Quote } from '../../quotes/types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { quoteKeysOf } from './correction-rows.ts';

/** Share of words that two quotes have in common from which on they count as one, reworded or cut. Set by hand. */
const ALIKE = 0.6;

/** Words folded, each as often as it stands; pairs of characters where a script has no blanks. */
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

/** Dice's coefficient over the words of two quotes, 0–1. */
function likeness(own: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [piece, count] of own) shared += Math.min(count, others.get(piece) ?? 0);
  return (2 * shared) / Math.max(1, sizeOf(own) + sizeOf(others));
}

interface Placed extends Pick<Quotation, 'text' | 'start'> {
  key: string;
  /** Where it stands in its text, 0–1: the end of the last quote counts as the text's. */
  place: number;
}

function placeAll(quotes: readonly Quotation[]): Placed[] {
  const length = Math.max(1, ...quotes.map(({ end }) => end));
  const keys = quoteKeysOf(quotes);
  return quotes.map(({ text, start }, at) => ({ text, start, key: keys[at] ?? '', place: start / length }));
}

/** The one that stands nearest to the same place. */
function nearest(candidates: readonly Placed[], { place }: Placed): Placed | undefined {
  const away = (one: Placed): number => Math.abs(one.place - place);
  return [...candidates].sort((a, b) => away(a) - away(b))[0];
}

/** The quote before whose words these are, perhaps reworded, among those that are quoted no more as they were. */
function findReworded(after: Placed, gone: readonly Placed[]): Placed | undefined {
  const pieces = piecesOf(after.text);
  let best: Placed | undefined;
  let most = ALIKE;
  for (const one of gone) {
    const how = likeness(piecesOf(one.text), pieces);
    if (how < most) continue;
    best = one;
    most = how;
  }
  return best;
}

/**
 * The user's corrections for the quotes of a new text: of the same words, and where these are quoted more or less often
 * than before, by their place; else of words that were changed a little.
 *
 * @param before the quotes so far, as they are stored
 * @param rows the corrections so far
 * @param after the quotes as they are found now
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
  // Only what was corrected and stands there no more is looked for in other words.
  const gone = old.filter(({ text, key }) => known.has(key) && !nowByText.has(text));
  return now.flatMap((quote): CorrectionRow[] => {
    const same = oldByText.get(quote.text);
    const isAsOften = same === undefined || same.length === nowByText.get(quote.text)?.length;
    // Words that were not quoted so far may have been corrected in the page.
    const own = isAsOften ? known.get(quote.key) : undefined;
    const source =
      same === undefined ? findReworded(quote, gone) : isAsOften ? undefined : nearest(same, quote);
    const row = own ?? known.get(source?.key ?? '');
    return row === undefined ? [] : [{ ...row, quoteHash: quote.key }];
  });
}
