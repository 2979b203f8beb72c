/** Transfers the user's corrections of speakers when an article is saved again with a changed text. */
import type { Quotation, Quote } from '../../quotes/types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { makeQuoteKeys } from './correction-rows.ts';

/** Minimum share of common words for two quotes to count as the same, reworded or shortened. Set by hand. */
const MIN_SIMILARITY = 0.6;

/** Normalised words with their frequencies; pairs of characters in scripts without blanks. */
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

/** Dice's coefficient of the words of two quotes, 0–1. */
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
  /** Relative position in the text, 0–1, where 1 is the end of the last quote. */
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

/** The candidate at the nearest position. */
function findNearest(
  candidates: readonly PositionedQuote[],
  { position }: PositionedQuote,
): PositionedQuote | undefined {
  const distanceTo = (candidate: PositionedQuote): number => Math.abs(candidate.position - position);
  return [...candidates].sort((a, b) => distanceTo(a) - distanceTo(b))[0];
}

/** The former quote of which this one is a reworded version, among former quotes that no longer occur. */
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
 * The user's corrections for the quotes of a new text: by the same words (and by position if their frequency has
 * changed), else by similar words.
 *
 * @param before the former quotes, as stored
 * @param rows the former corrections
 * @param after the new quotes
 * @returns the corrections of the quotes in `after`
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
  // Search reworded versions only of corrected quotes that no longer occur.
  const goneQuotes = oldQuotes.filter(({ text, key }) => rowByKey.has(key) && !newByText.has(text));
  return newQuotes.flatMap((quote): CorrectionRow[] => {
    const oldOccurrences = oldByText.get(quote.text);
    const isSameFrequency =
      oldOccurrences === undefined || oldOccurrences.length === newByText.get(quote.text)?.length;
    // Words that were not a quote before may have been corrected in the page.
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
