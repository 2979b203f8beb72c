/** Transfers the user's corrections of speakers to the quotes of a changed text, when an article is saved again. */
import type { Quotation, Quote } from '../../quotes/types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { makeQuoteKeys } from './correction-rows.ts';

/**
 * Minimum similarity for two quotes to count as the same one, reworded or shortened: Dice's coefficient, 0–1. Set by
 * hand.
 */
const MIN_SIMILARITY = 0.6;

/** Counts the lower-case words of a text; for up to two words, as in scripts without spaces, pairs of characters. */
function countTokens(text: string): Map<string, number> {
  const lowercase = text.toLowerCase();
  const words = lowercase.match(/[\p{L}\p{N}]+/gu) ?? [];
  const tokens =
    words.length > 2 ? words : [...lowercase].map((char, index) => char + (lowercase[index + 1] ?? ''));
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

const totalCount = (tokens: ReadonlyMap<string, number>): number =>
  [...tokens.values()].reduce((sum, count) => sum + count, 0);

/** Computes Dice's coefficient of two texts from their token counts, 0–1. */
function diceSimilarity(
  ownCounts: ReadonlyMap<string, number>,
  otherCounts: ReadonlyMap<string, number>,
): number {
  let shared = 0;
  for (const [token, count] of ownCounts) shared += Math.min(count, otherCounts.get(token) ?? 0);
  return (2 * shared) / Math.max(1, totalCount(ownCounts) + totalCount(otherCounts));
}

interface PositionedQuote extends Pick<Quotation, 'text' | 'start'> {
  key: string;
  /** Start relative to the end of the last quote, 0–1. */
  position: number;
}

function toPositionedQuotes(quotes: readonly Quotation[]): PositionedQuote[] {
  const length = Math.max(1, ...quotes.map(({ end }) => end));
  const keys = makeQuoteKeys(quotes);
  return quotes.map(({ text, start }, index) => ({
    text,
    start,
    key: keys[index] ?? '',
    position: start / length,
  }));
}

/** Returns the candidate at the nearest relative position. */
function findNearest(
  candidates: readonly PositionedQuote[],
  { position }: PositionedQuote,
): PositionedQuote | undefined {
  const distanceTo = (candidate: PositionedQuote): number => Math.abs(candidate.position - position);
  return [...candidates].sort((a, b) => distanceTo(a) - distanceTo(b))[0];
}

/** Returns the most similar of the quotes that no longer occur, if it is similar enough. */
function findReworded(
  after: PositionedQuote,
  goneQuotes: readonly PositionedQuote[],
): PositionedQuote | undefined {
  const tokens = countTokens(after.text);
  let best: PositionedQuote | undefined;
  let bestSimilarity = MIN_SIMILARITY;
  for (const candidate of goneQuotes) {
    const similarity = diceSimilarity(countTokens(candidate.text), tokens);
    if (similarity < bestSimilarity) continue;
    best = candidate;
    bestSimilarity = similarity;
  }
  return best;
}

/**
 * Transfers corrections to the quotes of a new text:
 * - by the same words, and by position if these now occur more or less often;
 * - otherwise by similar words.
 *
 * @param before the former quotes, as stored
 * @param rows the former corrections
 * @param after the new quotes
 * @returns the corrections for the quotes in `after`
 */
export function transferCorrectionsByText(
  before: readonly Quote[],
  rows: readonly CorrectionRow[],
  after: readonly Quote[],
): CorrectionRow[] {
  if (rows.length === 0) return [];
  const rowByKey = new Map(rows.map((row) => [row.quoteHash, row]));
  const oldQuotes = toPositionedQuotes(before);
  const newQuotes = toPositionedQuotes(after);
  const oldByText = Map.groupBy(oldQuotes, ({ text }) => text);
  const newByText = Map.groupBy(newQuotes, ({ text }) => text);
  // Only corrected quotes that no longer occur can have been reworded.
  const goneQuotes = oldQuotes.filter(({ text, key }) => rowByKey.has(key) && !newByText.has(text));
  return newQuotes.flatMap((quote): CorrectionRow[] => {
    const oldOccurrences = oldByText.get(quote.text);
    const isSameFrequency =
      oldOccurrences === undefined || oldOccurrences.length === newByText.get(quote.text)?.length;
    // A correction may exist for words that were not stored as a quote, if it was made in the page.
    const ownRow = isSameFrequency ? rowByKey.get(quote.key) : undefined;
    const source =
      oldOccurrences === undefined
        ? findReworded(quote, goneQuotes)
        : isSameFrequency
          ? undefined
          : findNearest(oldOccurrences, quote);
    const row = ownRow ?? rowByKey.get(source?.key ?? '');
    return row === undefined ? [] : [{ ...row, quoteHash: quote.key }];
  });
}
