import { extractArticle } from '../../utils/article/extract-article.ts';
import { sanitiseHtml } from '../../utils/article/sanitise-html.ts';
import type { Article, Extraction } from '../../utils/article/types.ts';
import { findQuotes } from '../../utils/quotes/find-quotes.ts';
import { summariseVoices } from '../../utils/quotes/summarise-voices.ts';
import type { Quote, Voice } from '../../utils/quotes/types.ts';

/** What one reading of the page gave. Parts that failed are empty, and `error` says so. */
export interface Reading {
  extraction: Extraction | null;
  article: Article | null;
  quotes: Quote[];
  voices: Voice[];
  error: string | null;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Reads the article and its quotes out of the live page.
 *
 * @returns never throws: a page that breaks one part still gives the others
 */
export function readPage(document_: Document, url: string): Reading {
  const reading: Reading = { extraction: null, article: null, quotes: [], voices: [], error: null };
  try {
    reading.extraction = extractArticle(document_, url);
  } catch (error) {
    console.error('offprint: extraction failed', error);
    reading.error = `The article could not be read from this page (${describe(error)}).`;
    return reading;
  }
  if (reading.extraction === null) {
    reading.error = 'No article text was found on this page.';
    return reading;
  }
  const { article } = reading.extraction;
  try {
    const { lang, title, excerpt, byline } = article;
    reading.quotes = findQuotes(article.text, { lang, title, excerpt, byline });
    reading.voices = summariseVoices(reading.quotes);
  } catch (error) {
    console.error('offprint: quotes failed', error);
    reading.error = `The quotes could not be read (${describe(error)}).`;
  }
  reading.article = article;
  return reading;
}

/** The article as it may be stored: its HTML sanitised. Done only when somebody asks for the HTML. */
export function storableArticle(article: Article): Article {
  return { ...article, html: sanitiseHtml(article.html) };
}
