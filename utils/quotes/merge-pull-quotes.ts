import { fold } from './fold-text.ts';
import type { Quote } from './types.ts';

/** Folded characters from which two quotes of the same words are one and the same. */
const LONG_ENOUGH = 30;

/** Is the quote, with its marks, a paragraph of its own? */
function standsAlone(text: string, quote: Quote): boolean {
  const before = text.slice(Math.max(0, quote.start - 4), quote.start);
  const after = text.slice(quote.end, quote.end + 4);
  return /(?:^|\n)[^\p{L}\p{N}\n]*$/u.test(before) && /^[^\p{L}\p{N}\n]*(?:\n|$)/u.test(after);
}

/**
 * A pull quote repeats words of the body in a paragraph of its own. It is the same quote: it goes, and the quote in
 * the body is marked as pulled out by the paper. Words are compared folded, whole. Linear in the quotes.
 */
export function mergePullQuotes(text: string, quotes: readonly Quote[]): Quote[] {
  const bodies = new Map<string, Quote>();
  const pulled = new Set<Quote>();
  const keys = quotes.map((quote) =>
    fold(quote.text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+$/u, ''),
  );
  for (const [i, quote] of quotes.entries()) {
    const key = keys[i] ?? '';
    if (key.length >= LONG_ENOUGH && !standsAlone(text, quote) && !bodies.has(key)) bodies.set(key, quote);
  }
  const kept = quotes.filter((quote, i) => {
    const body = bodies.get(keys[i] ?? '');
    if (!body || body === quote || !standsAlone(text, quote)) return true;
    pulled.add(body);
    return false;
  });
  return kept.map((quote) => (pulled.has(quote) ? { ...quote, pulledOut: true } : quote));
}
