/** Converts corrections to rows, and applies rows to quotes. */
import { type SpeakerCorrection, withUserSpeaker } from '../../quotes/corrections.ts';
import type { Quotation, Quote } from '../../quotes/types.ts';
import { cleanLineOrNull } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { normaliseAddress } from '../articles/article-identity.ts';
import { hashText } from '../search/fold-text.ts';
import type { CorrectionRow } from '../user-types.ts';

export const PAGE_PREFIX = 'page-';

/**
 * Returns the key under which corrections of an unsaved page are stored, in place of an article's id. It contains only
 * a fingerprint of the URL, so that it does not reveal which pages were visited.
 */
export const getPageKey = (url: string): string => PAGE_PREFIX + hashText(normaliseAddress(url));

/**
 * Returns the keys by which corrections find their quotes when the article is processed again: a hash of the words,
 * with a number if several quotes have the same words.
 */
export function makeQuoteKeys(quotes: readonly Pick<Quotation, 'text'>[]): string[] {
  const occurrences = new Map<string, number>();
  return quotes.map(({ text }) => {
    const hash = hashText(text);
    const occurrence = (occurrences.get(hash) ?? 0) + 1;
    occurrences.set(hash, occurrence);
    return occurrence === 1 ? hash : `${hash}-${occurrence}`;
  });
}

/** Returns a correction with its strings cleaned for storage. */
export function cleanCorrection({ indices, speaker, role }: SpeakerCorrection): SpeakerCorrection {
  return {
    indices,
    speaker: cleanLineOrNull(speaker, LINE_LIMITS.speaker),
    ...(role === undefined ? {} : { role: cleanLineOrNull(role, LINE_LIMITS.role) }),
  };
}

/** Returns extracted quotes with the user's corrections applied. */
export function applyCorrectionRows<Q extends Quote>(
  quotes: readonly Q[],
  rows: readonly CorrectionRow[],
): Q[] {
  if (rows.length === 0) return [...quotes];
  const rowByKey = new Map(rows.map((row) => [row.quoteHash, row]));
  const unnamed = new Set(quotes.flatMap((quote) => (quote.unnamed ? [quote.resolvedSpeaker] : [])));
  const keys = makeQuoteKeys(quotes);
  return quotes.map((quote, index) => {
    const correction = rowByKey.get(keys[index] ?? '');
    if (correction === undefined) return quote;
    return withUserSpeaker(quote, correction.speaker, correction.role, unnamed.has(correction.speaker));
  });
}

/** Keeps only the most recent row for each key. */
export function latestCorrections(rows: readonly CorrectionRow[]): CorrectionRow[] {
  const byKey = new Map<string, CorrectionRow>();
  for (const row of rows) {
    const previous = byKey.get(row.quoteHash);
    if (previous === undefined || previous.correctedAt <= row.correctedAt) byKey.set(row.quoteHash, row);
  }
  return [...byKey.values()];
}
