import { extractArticle } from '../../utils/article/extract-article.ts';
import type { Extraction } from '../../utils/article/types.ts';
import { bareBrowser } from '../../utils/platform/bare-browser.ts';

type FailureKey = 'errorExtract' | 'errorQuotes' | 'errorClearing';

/** What failed, in words for the reader; the console has the rest. */
export function describeFailure(key: FailureKey, error: unknown): string {
  console.error('offprint:', key, error);
  return bareBrowser().i18n.getMessage(key, error instanceof Error ? error.message : String(error));
}

/** One reading of the page: the article, or why there is none. */
export type Reading = { extraction: Extraction; error: null } | { extraction: null; error: string };

/**
 * Reads the article out of the live page.
 *
 * @returns never throws: a page that breaks the reading gives the reason in words
 */
export function readPage(document_: Document, url: string): Reading {
  try {
    const extraction = extractArticle(document_, url);
    if (extraction !== null) return { extraction, error: null };
    return { extraction: null, error: bareBrowser().i18n.getMessage('errorNoText') };
  } catch (error) {
    return { extraction: null, error: describeFailure('errorExtract', error) };
  }
}
