/** Finds quotes in pages and plain text, for the command and the package's API. The result is documented in docs/cli.md. */

import { extractQuotes, type LanguageFiles } from '../utils/quotes/extract-quotes.ts';
import { summariseSpeakers } from '../utils/quotes/speakers/people/summarise-speakers.ts';
import { type Quote, type QuotedSpeaker, type QuoteInput, toQuoteInput } from '../utils/quotes/types.ts';
import { CliError } from './errors.ts';
import { readPage, UNKNOWN_URL } from './read-page.ts';

export interface QuotedArticle {
  /** Null for plain text, and if the page's URL is unknown. */
  url: string | null;
  /** Whether the extension would recognise the page as an article; null for plain text. */
  isArticle: boolean | null;
  title: string | null;
  byline: string | null;
  siteName: string | null;
  /** ISO 8601. */
  publishedAt: string | null;
  /** BCP 47. */
  lang: string | null;
  /** Paragraphs are separated by an empty line. Offsets of quotes refer to this text, in UTF-16 code units. */
  text: string;
  quotes: Quote[];
  /** Quoted speakers, sorted by number of words; their `quotes` are indices. */
  voices: QuotedSpeaker[];
}

async function findQuotes(
  question: QuoteInput,
  files: LanguageFiles,
): Promise<Pick<QuotedArticle, 'quotes' | 'voices'>> {
  const quotes = await extractQuotes(toQuoteInput(question), files);
  return { quotes, voices: summariseSpeakers(quotes) };
}

/**
 * Finds quotes and their speakers in a page.
 *
 * @param source the page's HTML; bytes are decoded as UTF-8 if they are valid, otherwise as in a browser
 * @param url the page's URL; null to use the one that the page declares
 * @throws CliError if the page is empty, too large, or contains no article
 */
export async function quotePage(
  source: string | Uint8Array,
  url: string | null,
  files: LanguageFiles,
): Promise<QuotedArticle> {
  const { article, verdict } = readPage(source, url);
  const { title, byline, siteName, publishedAt, lang, text } = article;
  return {
    url: article.url.startsWith(UNKNOWN_URL) ? null : article.url,
    isArticle: verdict.isArticle,
    ...{ title, byline, siteName, publishedAt, lang, text },
    ...(await findQuotes(article, files)),
  };
}

/**
 * Finds quotes and their speakers in plain text.
 *
 * @param text used unchanged, so that offsets refer to it
 * @param lang BCP 47; null to detect the language
 * @throws CliError if the text is empty
 */
export async function quoteText(
  text: string,
  lang: string | null,
  files: LanguageFiles,
): Promise<QuotedArticle> {
  if (text.trim() === '') throw new CliError('it is empty');
  const question = { text, lang, title: null, excerpt: null, byline: null };
  return {
    ...{ url: null, isArticle: null, title: null, byline: null, siteName: null, publishedAt: null },
    ...{ lang, text },
    ...(await findQuotes(question, files)),
  };
}
