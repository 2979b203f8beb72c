import type { Quote, QuoteContext } from './types.ts';

/** Finds direct quotes with their speakers, in order of the text. */
export function findQuotes(_text: string, _context: QuoteContext = {}): Quote[] {
  return [];
}
