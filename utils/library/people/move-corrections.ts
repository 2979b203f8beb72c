/** Taking the user's corrections along when the same text is read anew, and other words of it are quotes. */
import type { Quotation, Quote } from '../../quotes/types.ts';
import type { CorrectionRow } from '../user-types.ts';
import { quoteKeysOf } from './correction-rows.ts';

/** What the user said of a quote, with its place. */
interface Corrected {
  start: number;
  end: number;
  row: CorrectionRow;
}

/** A quote that holds words of another one is the same where they are at least so much of it. */
const MOSTLY = 0.5;

/** The quotes that the user corrected. A stored quote that says so itself is believed more than the key of a row. */
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

/** The corrected quote that most of these words are of. */
function findSource({ start, end }: Quotation, corrected: readonly Corrected[]): Corrected | undefined {
  let best: Corrected | undefined;
  let most = Math.max(1, (end - start) * MOSTLY);
  for (const one of corrected) {
    const shared = Math.min(end, one.end) - Math.max(start, one.start);
    if (shared < most || (best !== undefined && shared === most)) continue;
    best = one;
    most = shared;
  }
  return best;
}

/**
 * The user's corrections of an article whose text is the same, and whose quotes are others: each goes on to the quotes
 * at its place, which may have come to be the second of the same words, longer, shorter, or two.
 *
 * @param before the quotes so far
 * @param rows the corrections so far
 * @param after the quotes as they are found now
 * @returns the corrections from now on; those of words that are quoted no more stay as they are, unless their key has
 *   come to be that of another quote
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
    // What was said of words that were not quoted so far is of these.
    return !found.has(quoteHash) || !ofQuotes.has(quoteHash);
  });
  return [...moved, ...kept];
}
