import type { CopyFormat } from '../../../components/quotes/QuoteMenu.tsx';
import {
  type CitedArticle,
  citeApa,
  citeChicago,
  citeQuote,
  removeReopeningMarks,
} from '../../../utils/quotes/cite/cite-quote.ts';
import { textFragmentUrl } from '../../../utils/quotes/cite/text-fragment.ts';
import type { Quote } from '../../../utils/quotes/types.ts';
import { sanitiseText } from '../../../utils/transfer/export/sanitise-text.ts';

const FORMATS: Record<CopyFormat, (quote: Quote, article: CitedArticle) => string> = {
  plain: (quote, article) => citeQuote(quote, article, 'plain'),
  markdown: (quote, article) => citeQuote(quote, article, 'markdown'),
  textOnly: (quote) => sanitiseText(removeReopeningMarks(quote.text)),
  link: (quote, article) =>
    textFragmentUrl(article.canonicalUrl ?? article.url, article.text, quote, article.title),
  apa: citeApa,
  chicago: citeChicago,
};

/** Speaker fields of a passage that is not a quote. */
const NO_SPEAKER = {
  group: 0,
  speaker: null,
  resolvedSpeaker: null,
  role: null,
  cue: null,
  via: null,
  evidence: 'none',
  confidence: 0,
  key: 0,
} as const;

async function wasCopied(copying: Promise<void>): Promise<boolean> {
  try {
    await copying;
    return true;
  } catch (error) {
    // The page is not focused, or the browser refuses. The screen reports it.
    console.warn('offprint: not copied', error);
    return false;
  }
}

/** Copies a text. @returns false if the browser refused */
export function copyText(text: string): Promise<boolean> {
  return wasCopied(navigator.clipboard.writeText(text));
}

/** Copies a passage of an article with its citation. @param start offset in the article's text */
export function copyPassage(words: string, start: number, article: CitedArticle): Promise<boolean> {
  const quote = { text: words, start, end: start + words.length, ...NO_SPEAKER };
  return copyText(citeQuote(quote, article, 'plain'));
}

/** Copies quotes, separated by empty lines. @returns false if the browser refused */
export function copyQuotes(
  quotes: readonly Quote[],
  article: CitedArticle,
  format: CopyFormat = 'plain',
): Promise<boolean> {
  const text = quotes.map((quote) => FORMATS[format](quote, article)).join('\n\n');
  return copyText(text);
}

/** Copies one quote with its citation. @returns false if there is none or the browser refused */
export function copyQuote(quote: Quote | undefined, article: CitedArticle): Promise<boolean> {
  return quote === undefined ? Promise.resolve(false) : copyQuotes([quote], article);
}

/** Copies an image. Takes a promise, because the browser must be called during the user's click. */
export function copyPicture(picture: Promise<Blob>): Promise<boolean> {
  return wasCopied(navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]));
}
