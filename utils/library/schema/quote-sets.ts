/** Converts between an article's quotes and the row that stores them. */
import { isProbable } from '../../quotes/confidence-level.ts';
import type { Quote } from '../../quotes/types.ts';
import { normaliseName } from '../search/fold-text.ts';
import type { QuoteSetRow, SavedQuote } from '../types.ts';

type PackedQuote = QuoteSetRow['quotes'][number];

function makeSpeakerIndexEntries(quotes: readonly PackedQuote[], saidAt: number): QuoteSetRow['said'] {
  const keys = new Set(quotes.map(({ speakerKey }) => speakerKey));
  return [...keys].flatMap((key): QuoteSetRow['said'] => (key === '' ? [] : [[key, saidAt]]));
}

/** The fields of a quote that determine its speaker's key. */
export type SpeakerFields = Pick<Quote, 'resolvedSpeaker' | 'sureness' | 'unnamed'>;

/**
 * Returns the key under which a quote is listed for its speaker. Empty for unnamed sources, who can't be recognised in
 * other articles, and for names that are only probable.
 */
export function getSpeakerKey(quote: SpeakerFields): string {
  return quote.unnamed || isProbable(quote) ? '' : normaliseName(quote.resolvedSpeaker);
}

/**
 * Creates the row for an article's quotes.
 *
 * @param quotes in text order
 * @param saidAt estimated time of the statements, in milliseconds since 1970
 */
export function packQuotes(articleId: string, quotes: readonly Quote[], saidAt: number): QuoteSetRow {
  const packed = quotes.map((quote): PackedQuote => {
    const { articleId: _of, index: _at, saidAt: _when, ...rest } = quote as Quote & Partial<SavedQuote>;
    return { ...rest, speakerKey: getSpeakerKey(quote) };
  });
  return { articleId, saidAt, said: makeSpeakerIndexEntries(packed, saidAt), quotes: packed };
}

function packSavedQuotes(quotes: readonly [SavedQuote, ...SavedQuote[]]): QuoteSetRow {
  const [first] = quotes;
  const { articleId, saidAt } = first;
  const packed = [...quotes]
    .sort((a, b) => a.index - b.index)
    .map(({ articleId: _of, index: _at, saidAt: _when, ...rest }): PackedQuote => rest);
  return { articleId, saidAt, said: makeSpeakerIndexEntries(packed, saidAt), quotes: packed };
}

/** Creates one row per article from the quotes of many articles, in any order, as in a backup or the change log. */
export function packQuotesByArticle(quotes: readonly SavedQuote[]): QuoteSetRow[] {
  const sets = new Map<string, [SavedQuote, ...SavedQuote[]]>();
  for (const quote of quotes) {
    const set = sets.get(quote.articleId);
    if (set === undefined) sets.set(quote.articleId, [quote]);
    else set.push(quote);
  }
  return [...sets.values()].map(packSavedQuotes);
}

/** Returns the quotes of a row, in text order. */
export function unpackQuotes({ articleId, saidAt, quotes }: QuoteSetRow): SavedQuote[] {
  return quotes.map((quote, index) => ({ ...quote, articleId, index, saidAt }));
}
