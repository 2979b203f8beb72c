/** What the user said of an article's speakers, as the library remembers it. */
import { saidByUser } from '../../quotes/corrections/put-right.ts';
import type { Quotation, Quote } from '../../quotes/types.ts';
import { identify } from '../articles/article-identity.ts';
import { hashText } from '../search/fold-text.ts';
import type { CorrectionRow } from '../user-types.ts';

export const PAGE_PREFIX = 'page-';

/**
 * What stands in the place of an article's id where a page is not saved. Of the address only a fingerprint is kept: it
 * is no list of pages that were visited.
 */
export const pageKeyOf = (url: string): string => PAGE_PREFIX + hashText(identify(url));

/**
 * By what a correction finds its quote again when the article is read anew: its words, and where the article quotes the
 * same words more than once, the how-manieth of them it is.
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

/** Quotes as an engine found them, with what the user knows better. */
export function withCorrections<Q extends Quote>(quotes: readonly Q[], rows: readonly CorrectionRow[]): Q[] {
  if (rows.length === 0) return [...quotes];
  const known = new Map(rows.map((row) => [row.quoteHash, row]));
  const unnamed = new Set(quotes.flatMap((quote) => (quote.unnamed ? [quote.resolvedSpeaker] : [])));
  const keys = quoteKeysOf(quotes);
  return quotes.map((quote, at) => {
    const right = known.get(keys[at] ?? '');
    if (right === undefined) return quote;
    return saidByUser(quote, right.speaker, right.role, unnamed.has(right.speaker));
  });
}

/** Of several rows for the same words the one that was made last. */
export function latest(rows: readonly CorrectionRow[]): CorrectionRow[] {
  const byKey = new Map<string, CorrectionRow>();
  for (const row of rows) {
    const known = byKey.get(row.quoteHash);
    if (known === undefined || known.correctedAt <= row.correctedAt) byKey.set(row.quoteHash, row);
  }
  return [...byKey.values()];
}
