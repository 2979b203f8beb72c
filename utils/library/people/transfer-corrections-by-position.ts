/** Transfers the user's corrections when a new version of the engine extracts different quotes from the same text. */
import type { Quotation, Quote } from '../../quotes/types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { makeQuoteKeys } from './correction-rows.ts';

/** A corrected quote's range (UTF-16 offsets) and its correction. */
interface CorrectedQuote {
  start: number;
  end: number;
  row: CorrectionRow;
}

/** Minimum share of a new quote that a corrected one must cover, 0–1. */
const MIN_OVERLAP = 0.5;

/**
 * Finds the corrected quotes. A quote that is itself marked as corrected takes precedence over rows with the same
 * words.
 */
function findCorrectedQuotes(
  articleId: string,
  quotes: readonly Quote[],
  keysAfter: readonly string[],
  rows: ReadonlyMap<string, CorrectionRow>,
): CorrectedQuote[] {
  const correctedTexts = new Set(quotes.flatMap(({ text, evidence }) => (evidence === 'user' ? [text] : [])));
  return quotes.flatMap(({ text, start, end, evidence, resolvedSpeaker, role }, index): CorrectedQuote[] => {
    const quoteHash = keysAfter[index] ?? '';
    const row = rows.get(quoteHash);
    if (evidence === 'user') {
      const { correctedAt } = row ?? { correctedAt: 0 };
      return [{ start, end, row: { articleId, quoteHash, speaker: resolvedSpeaker, role, correctedAt } }];
    }
    return row === undefined || correctedTexts.has(text) ? [] : [{ start, end, row }];
  });
}

/** Returns the corrected quote with the largest overlap with a new quote; among equals, the first. */
function findSource(
  { start, end }: Quotation,
  corrected: readonly CorrectedQuote[],
): CorrectedQuote | undefined {
  let best: CorrectedQuote | undefined;
  let bestOverlap = Math.max(1, (end - start) * MIN_OVERLAP);
  for (const candidate of corrected) {
    const overlap = Math.min(end, candidate.end) - Math.max(start, candidate.start);
    if (overlap < bestOverlap || (best !== undefined && overlap === bestOverlap)) continue;
    best = candidate;
    bestOverlap = overlap;
  }
  return best;
}

/**
 * Transfers corrections by position. A quote may have become longer, shorter, two quotes, or the second one with the
 * same words.
 *
 * @param before the former quotes
 * @param rows the former corrections
 * @param after the new quotes
 * @returns the new corrections. Corrections of words that are no longer quoted are kept, unless their key now belongs
 *   to another quote
 */
export function transferCorrectionsByPosition(
  articleId: string,
  before: readonly Quote[],
  rows: readonly CorrectionRow[],
  after: readonly Quotation[],
): CorrectionRow[] {
  const rowByKey = new Map(rows.map((row) => [row.quoteHash, row]));
  const keysBefore = makeQuoteKeys(before);
  const corrected = findCorrectedQuotes(articleId, before, keysBefore, rowByKey);
  const keysAfter = makeQuoteKeys(after);
  const transferredKeys = new Set<string>();
  const moved = after.flatMap((quote, index): CorrectionRow[] => {
    const row = findSource(quote, corrected)?.row;
    if (row === undefined) return [];
    const quoteHash = keysAfter[index] ?? '';
    transferredKeys.add(row.quoteHash).add(quoteHash);
    return [{ ...row, quoteHash }];
  });
  const newKeys = new Set(keysAfter);
  const quotedBefore = new Set(keysBefore);
  const retained = rows.filter(({ quoteHash }) => {
    if (transferredKeys.has(quoteHash)) return false;
    // A correction of words that were not a quote before applies to them now.
    return !newKeys.has(quoteHash) || !quotedBefore.has(quoteHash);
  });
  return [...moved, ...retained];
}
