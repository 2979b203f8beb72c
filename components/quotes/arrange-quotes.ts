import type { Quote, Voice } from '../../utils/quotes/types.ts';
import { findInText } from './find-in-text.ts';

export type Arrangement = 'voice' | 'order';

/** Quotes under one heading; `voice` is an index into the voices, or null where the order is the text's. */
export interface QuoteGroup {
  voice: number | null;
  /** Indices into the quotes. */
  quotes: number[];
}

export interface Choice {
  arrangement: Arrangement;
  /** Words that a quote, its speaker or its role must have. */
  query: string;
  /** Index of the one voice shown, or null. */
  only: number | null;
}

/**
 * The quotes to show and their order.
 *
 * @returns groups without the empty ones
 */
export function arrangeQuotes(
  quotes: readonly Quote[],
  voices: readonly Voice[],
  choice: Choice,
): QuoteGroup[] {
  const { query, only, arrangement } = choice;
  const fits = (index: number): boolean => {
    const quote = quotes[index];
    if (quote === undefined) return false;
    if (query.trim() === '') return true;
    return [quote.text, quote.resolvedSpeaker ?? '', quote.role ?? ''].some(
      (text) => findInText(text, query).length > 0,
    );
  };
  const groups: QuoteGroup[] = voices.flatMap((voice, index) =>
    only === null || only === index ? [{ voice: index, quotes: voice.quotes.filter(fits) }] : [],
  );
  if (arrangement === 'voice') return groups.filter((group) => group.quotes.length > 0);
  const inOrder = groups.flatMap((group) => group.quotes).sort((a, b) => a - b);
  return inOrder.length === 0 ? [] : [{ voice: null, quotes: inOrder }];
}

/** Number of the paragraph an offset lies in, from 1. Paragraphs are parted by `\n\n`. */
export function paragraphAt(text: string, offset: number): number {
  let paragraph = 1;
  for (let at = text.indexOf('\n\n'); at >= 0 && at < offset; at = text.indexOf('\n\n', at + 2)) {
    paragraph += 1;
  }
  return paragraph;
}
