import { extractArticle } from '../../utils/article/extract-article.ts';
import { sanitiseHtml } from '../../utils/article/sanitise-html.ts';
import type { Article, Extraction } from '../../utils/article/types.ts';
import { browser } from '../../utils/platform/browser.ts';
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

type FailureKey = 'errorExtract' | 'errorQuotes' | 'errorClearing';

/** What failed, in words for the reader; the console has the rest. */
export function describeFailure(key: FailureKey, error: unknown): string {
  console.error('offprint:', key, error);
  return browser.i18n.getMessage(key, error instanceof Error ? error.message : String(error));
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
    reading.error = describeFailure('errorExtract', error);
    return reading;
  }
  if (reading.extraction === null) {
    reading.error = browser.i18n.getMessage('errorNoText');
    return reading;
  }
  const { article } = reading.extraction;
  try {
    const { lang, title, excerpt, byline } = article;
    reading.quotes = findQuotes(article.text, { lang, title, excerpt, byline });
    reading.voices = summariseVoices(reading.quotes);
  } catch (error) {
    reading.error = describeFailure('errorQuotes', error);
  }
  reading.article = article;
  return reading;
}

/** The article as it may be stored: its HTML sanitised. Done only when somebody asks for the HTML. */
export function storableArticle(article: Article): Article {
  return { ...article, html: sanitiseHtml(article.html) };
}
