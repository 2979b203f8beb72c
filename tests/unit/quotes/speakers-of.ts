import './learn-all.ts';
import { findQuotes } from '../../../utils/quotes/find-quotes.ts';
import type { QuoteContext } from '../../../utils/quotes/types.ts';

/** The resolved speaker of each quote of a text, in order. */
export function speakersOf(text: string, context: QuoteContext = { lang: 'en' }): (string | null)[] {
  return findQuotes(text, context).map((quote) => quote.resolvedSpeaker);
}

/** The words of each quote of a text, in order. */
export function wordsOf(text: string, context: QuoteContext = { lang: 'en' }): string[] {
  return findQuotes(text, context).map((quote) => quote.text);
}
