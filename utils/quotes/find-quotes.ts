import type { Quote, QuoteContext, Voice } from './types.ts';

/** Finds direct quotes with their speakers, in order of the text. */
export function findQuotes(_text: string, _context: QuoteContext = {}): Quote[] {
  return [];
}

/** Who is quoted, weightiest first. */
export function summariseVoices(_quotes: readonly Quote[]): Voice[] {
  return [];
}
