import type { Quote, Voice } from '../../utils/quotes/types.ts';
import { findInText } from './find-in-text.ts';

export type Arrangement = 'voice' | 'order';

/** Quotes under one heading; `voice` is an index into the speakers, or null if the order is the text's. */
export interface QuoteGroup {
  voice: number | null;
  /** Indices into the quotes. */
  quotes: number[];
}

export interface QuoteFilter {
  arrangement: Arrangement;
  /** Words that a quote, its speaker or its role must contain. */
  query: string;
  /** Index of the only speaker to show, or null. */
  only: number | null;
}

/**
 * Filters the quotes and arranges them in groups.
 *
 * @returns the groups that are not empty
 */
export function arrangeQuotes(
  quotes: readonly Quote[],
  voices: readonly Voice[],
  filter: QuoteFilter,
): QuoteGroup[] {
  const { query, only, arrangement } = filter;
  const matches = (index: number): boolean => {
    const quote = quotes[index];
    if (quote === undefined) return false;
    if (query.trim() === '') return true;
    return [quote.text, quote.resolvedSpeaker ?? '', quote.role ?? ''].some(
      (text) => findInText(text, query).length > 0,
    );
  };
  const groups: QuoteGroup[] = voices.flatMap((voice, index) =>
    only === null || only === index ? [{ voice: index, quotes: voice.quotes.filter(matches) }] : [],
  );
  if (arrangement === 'voice') return groups.filter((group) => group.quotes.length > 0);
  const inOrder = groups.flatMap((group) => group.quotes).sort((a, b) => a - b);
  return inOrder.length === 0 ? [] : [{ voice: null, quotes: inOrder }];
}

/** The 1-based number of the paragraph at an offset. Paragraphs are separated by `\n\n`. */
export function getParagraphNumber(text: string, offset: number): number {
  let paragraph = 1;
  for (let at = text.indexOf('\n\n'); at >= 0 && at < offset; at = text.indexOf('\n\n', at + 2)) {
    paragraph += 1;
  }
  return paragraph;
}
