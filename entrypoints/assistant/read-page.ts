import { extractInSlices } from '../../utils/article/extract-in-slices.ts';
import type { Extraction } from '../../utils/article/types.ts';
import { findClutter } from '../../utils/clutter/find-clutter.ts';
import type { PageModel } from '../../utils/clutter/page-counts.ts';
import { modelPage } from '../../utils/clutter/page-model.ts';
import { bareBrowser } from '../../utils/platform/bare-browser.ts';

type FailureKey = 'errorExtract' | 'errorQuotes' | 'errorClearing';

/** What failed, in words for the reader; the console has the rest. */
export function describeFailure(key: FailureKey, error: unknown): string {
  console.error('offprint:', key, error);
  return bareBrowser().i18n.getMessage(key, error instanceof Error ? error.message : String(error));
}

/** One reading of the page: the article, or why there is none. */
export type Reading = ({ extraction: Extraction; error: null } | { extraction: null; error: string }) & {
  /** The page had its turn while it was read; a survey of it from before may not hold any more. */
  paused: boolean;
};

/**
 * Reads the article out of the live page. What begs in it is no part of the article: clutter is looked for first, by
 * its own guard alone, so that nothing is kept from being hidden just because extraction took it for text.
 *
 * @param model the page, if it has been read (`modelPage`) and not changed since
 * @returns in this turn, where the page is of usual size. Never throws: a page that breaks the reading gives the
 *   reason in words
 */
export async function readPage(document_: Document, url: string, model: PageModel | null): Promise<Reading> {
  try {
    const begging = findBegging(document_, model);
    const { extraction, paused } = await extractInSlices(document_, url, { begging });
    if (extraction !== null) return { extraction, error: null, paused };
    return { extraction: null, error: bareBrowser().i18n.getMessage('errorNoText'), paused };
  } catch (error) {
    return { extraction: null, error: describeFailure('errorExtract', error), paused: true };
  }
}

/** The page as `readPage` and the first pass of clearing see it; null where it has no body or can't be read. */
export function surveyPage(document_: Document): PageModel | null {
  try {
    return document_.body === null ? null : modelPage(document_.body);
  } catch (error) {
    console.warn('offprint: the page could not be surveyed', error);
    return null;
  }
}

function findBegging(document_: Document, model: PageModel | null): Element[] {
  try {
    return model === null ? [] : findClutter(document_, { model }).map(({ element }) => element);
  } catch (error) {
    // Then the article has what begs in it, which is better than no article.
    console.warn('offprint: nothing left out of the article', error);
    return [];
  }
}
