/** Converts between corrections and their rows. */
import { type SpeakerCorrection, withUserSpeaker } from '../../quotes/corrections.ts';
import type { Quotation, Quote } from '../../quotes/types.ts';
import { cleanLineOrNull } from '../../text/clean-line.ts';
import { LINE_LIMITS } from '../../text/limits.ts';
import { identify } from '../articles/article-identity.ts';
import { hashText } from '../search/fold-text.ts';
import type { CorrectionRow } from '../user-types.ts';

export const PAGE_PREFIX = 'page-';

/**
 * The key for a page that is not saved, instead of an article's id. Contains only a fingerprint of the address, so that
 * it is not a browsing history.
 */
export const pageKeyOf = (url: string): string => PAGE_PREFIX + hashText(identify(url));

/**
 * The keys by which corrections find their quotes when the article is processed again: a hash of the words, and a
 * number if the same words occur in several quotes.
 */
export function quoteKeysOf(quotes: readonly Pick<Quotation, 'text'>[]): string[] {
  const met = new Map<string, number>();
  return quotes.map(({ text }) => {
    const hash = hashText(text);
    const times = (met.get(hash) ?? 0) + 1;
    met.set(hash, times);
    return times === 1 ? hash : `${hash}-${times}`;
  });
}

/** A correction with its lines as they are stored. */
export function cleanCorrection({ indices, speaker, role }: SpeakerCorrection): SpeakerCorrection {
  return {
    indices,
    speaker: cleanLineOrNull(speaker, LINE_LIMITS.speaker),
    ...(role === undefined ? {} : { role: cleanLineOrNull(role, LINE_LIMITS.role) }),
  };
}

/** Extracted quotes with the user's corrections applied. */
export function withCorrections<Q extends Quote>(quotes: readonly Q[], rows: readonly CorrectionRow[]): Q[] {
  if (rows.length === 0) return [...quotes];
  const known = new Map(rows.map((row) => [row.quoteHash, row]));
  const unnamed = new Set(quotes.flatMap((quote) => (quote.unnamed ? [quote.resolvedSpeaker] : [])));
  const keys = quoteKeysOf(quotes);
  return quotes.map((quote, at) => {
    const right = known.get(keys[at] ?? '');
    if (right === undefined) return quote;
    return withUserSpeaker(quote, right.speaker, right.role, unnamed.has(right.speaker));
  });
}

/** The most recent of several rows for the same words. */
export function latest(rows: readonly CorrectionRow[]): CorrectionRow[] {
  const byKey = new Map<string, CorrectionRow>();
  for (const row of rows) {
    const known = byKey.get(row.quoteHash);
    if (known === undefined || known.correctedAt <= row.correctedAt) byKey.set(row.quoteHash, row);
  }
  return [...byKey.values()];
}
