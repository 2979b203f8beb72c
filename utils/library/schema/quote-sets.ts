/** An article's quotes as one row, and out of it again. */
import { isProbable } from '../../quotes/sureness.ts';
import type { Quote } from '../../quotes/types.ts';
import { foldName } from '../search/fold-text.ts';
import type { QuoteSetRow, SavedQuote } from '../types.ts';

type Packed = QuoteSetRow['quotes'][number];

function saidBy(quotes: readonly Packed[], saidAt: number): QuoteSetRow['said'] {
  const keys = new Set(quotes.map(({ speakerKey }) => speakerKey));
  return [...keys].flatMap((key): QuoteSetRow['said'] => (key === '' ? [] : [[key, saidAt]]));
}

/** What the key of a quote's speaker is made of. */
export type Spoken = Pick<Quote, 'resolvedSpeaker' | 'sureness' | 'unnamed'>;

/**
 * Under what a quote is counted among those of its speaker: a source without a name is nobody met elsewhere, and a name
 * that is only probable is no evidence against anybody.
 */
export function speakerKeyOf(quote: Spoken): string {
  return quote.unnamed || isProbable(quote) ? '' : foldName(quote.resolvedSpeaker);
}

/**
 * The row of an article's quotes.
 *
 * @param quotes in order of the text
 * @param saidAt when they were said, as near as is known; milliseconds since 1970
 */
export function packQuotes(articleId: string, quotes: readonly Quote[], saidAt: number): QuoteSetRow {
  const packed = quotes.map((quote): Packed => {
    const { articleId: _of, index: _at, saidAt: _when, ...rest } = quote as Quote & Partial<SavedQuote>;
    return { ...rest, speakerKey: speakerKeyOf(quote) };
  });
  return { articleId, saidAt, said: saidBy(packed, saidAt), quotes: packed };
}

function repackQuotes(quotes: readonly [SavedQuote, ...SavedQuote[]]): QuoteSetRow {
  const [first] = quotes;
  const { articleId, saidAt } = first;
  const packed = [...quotes]
    .sort((a, b) => a.index - b.index)
    .map(({ articleId: _of, index: _at, saidAt: _when, ...rest }): Packed => rest);
  return { articleId, saidAt, said: saidBy(packed, saidAt), quotes: packed };
}

/** The rows of quotes that were saved before, as a backup or the change log brings them: of many articles, in any order. */
export function packByArticle(quotes: readonly SavedQuote[]): QuoteSetRow[] {
  const sets = new Map<string, [SavedQuote, ...SavedQuote[]]>();
  for (const quote of quotes) {
    const set = sets.get(quote.articleId);
    if (set === undefined) sets.set(quote.articleId, [quote]);
    else set.push(quote);
  }
  return [...sets.values()].map(repackQuotes);
}

/** The quotes of a row, in order of the text. */
export function unpackQuotes({ articleId, saidAt, quotes }: QuoteSetRow): SavedQuote[] {
  return quotes.map((quote, index) => ({ ...quote, articleId, index, saidAt }));
}
