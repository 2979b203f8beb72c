/** Transfers the user's corrections when a new engine extracts different quotes from the same text. */
import type { Quotation, Quote } from '../../quotes/types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { quoteKeysOf } from './correction-rows.ts';

/** A correction with its quote's range. */
interface Corrected {
  start: number;
  end: number;
  row: CorrectionRow;
}

/** Minimum share of overlapping text for two quotes to count as the same. */
const MIN_OVERLAP = 0.5;

/** The quotes that the user corrected. A stored quote that says so itself takes precedence over the key of a row. */
function findCorrected(
  articleId: string,
  quotes: readonly Quote[],
  keys: readonly string[],
  rows: ReadonlyMap<string, CorrectionRow>,
): Corrected[] {
  const saying = new Set(quotes.flatMap(({ text, evidence }) => (evidence === 'user' ? [text] : [])));
  return quotes.flatMap(({ text, start, end, evidence, resolvedSpeaker, role }, at): Corrected[] => {
    const quoteHash = keys[at] ?? '';
    const row = rows.get(quoteHash);
    if (evidence === 'user') {
      const { correctedAt } = row ?? { correctedAt: 0 };
      return [{ start, end, row: { articleId, quoteHash, speaker: resolvedSpeaker, role, correctedAt } }];
    }
    return row === undefined || saying.has(text) ? [] : [{ start, end, row }];
  });
}

/** The corrected quote that overlaps most with a new one. */
function findSource({ start, end }: Quotation, corrected: readonly Corrected[]): Corrected | undefined {
  let best: Corrected | undefined;
  let most = Math.max(1, (end - start) * MIN_OVERLAP);
  for (const one of corrected) {
    const shared = Math.min(end, one.end) - Math.max(start, one.start);
    if (shared < most || (best !== undefined && shared === most)) continue;
    best = one;
    most = shared;
  }
  return best;
}

/**
 * Transfers corrections between different quotes of the same text by their positions: a quote may have become the
 * second of the same words, longer, shorter, or two quotes.
 *
 * @param before the former quotes
 * @param rows the former corrections
 * @param after the new quotes
 * @returns the new corrections. Those for words that are no longer quoted stay, unless their key now belongs to another
 *   quote
 */
export function moveCorrections(
  articleId: string,
  before: readonly Quote[],
  rows: readonly CorrectionRow[],
  after: readonly Quotation[],
): CorrectionRow[] {
  const known = new Map(rows.map((row) => [row.quoteHash, row]));
  const keysBefore = quoteKeysOf(before);
  const corrected = findCorrected(articleId, before, keysBefore, known);
  const keys = quoteKeysOf(after);
  const done = new Set<string>();
  const moved = after.flatMap((quote, at): CorrectionRow[] => {
    const row = findSource(quote, corrected)?.row;
    if (row === undefined) return [];
    const quoteHash = keys[at] ?? '';
    done.add(row.quoteHash).add(quoteHash);
    return [{ ...row, quoteHash }];
  });
  const found = new Set(keys);
  const ofQuotes = new Set(keysBefore);
  const kept = rows.filter(({ quoteHash }) => {
    if (done.has(quoteHash)) return false;
    // A correction for words that were not quoted before applies to these words.
    return !found.has(quoteHash) || !ofQuotes.has(quoteHash);
  });
  return [...moved, ...kept];
}
