import type { CitedArticle } from '../../utils/quotes/cite-quote.ts';
import { citeQuote } from '../../utils/quotes/cite-quote.ts';
import type { Quote } from '../../utils/quotes/types.ts';

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    // No focus, or forbidden by the system: the screen says so.
    console.warn('offprint: not copied', error);
    return false;
  }
}

/** Puts one quote with its citation on the clipboard; false where the browser refused. */
export function copyQuote(quote: Quote | undefined, article: CitedArticle): Promise<boolean> {
  return quote === undefined ? Promise.resolve(false) : copyText(citeQuote(quote, article, 'plain'));
}

/** Puts several quotes on the clipboard, parted by empty lines. */
export function copyQuotes(quotes: readonly Quote[], article: CitedArticle): Promise<boolean> {
  return copyText(quotes.map((quote) => citeQuote(quote, article, 'plain')).join('\n\n'));
}
