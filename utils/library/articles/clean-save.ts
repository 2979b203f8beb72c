/** Cleans the data of a save, from any source, and truncates it to the limits. */

import type { Article, ArticleImage } from '../../article/types.ts';
import type { Quote } from '../../quotes/types.ts';
import { cleanLine, cleanLineOrNull } from '../../text/clean-line.ts';
import { COUNT_LIMITS, LINE_LIMITS } from '../../text/limits.ts';
import { isDate, isLanguageTag, isWebAddress } from '../../text/line-schemas.ts';
import type { ArticleToSave } from './article-rows.ts';

const validDateOrNull = (date: string | null): string | null => (date !== null && isDate(date) ? date : null);

function cleanImage(image: ArticleImage | null): ArticleImage | null {
  if (image === null || !isWebAddress(image.url)) return null;
  return {
    url: image.url,
    alt: cleanLine(image.alt, LINE_LIMITS.alt),
    caption: cleanLineOrNull(image.caption, LINE_LIMITS.caption),
  };
}

function cleanArticle(article: Article): Article {
  const { claimedUrl, ...rest } = article;
  return {
    ...rest,
    ...(claimedUrl !== undefined && isWebAddress(claimedUrl) ? { claimedUrl } : {}),
    title: cleanLine(article.title, LINE_LIMITS.title),
    byline: cleanLineOrNull(article.byline, LINE_LIMITS.byline),
    siteName: cleanLineOrNull(article.siteName, LINE_LIMITS.siteName),
    excerpt: cleanLineOrNull(article.excerpt, LINE_LIMITS.excerpt),
    publishedAt: validDateOrNull(article.publishedAt),
    modifiedAt: validDateOrNull(article.modifiedAt),
    lang: article.lang !== null && isLanguageTag(article.lang) ? article.lang : null,
    dir: article.dir === 'rtl' ? 'rtl' : 'ltr',
    leadImage: cleanImage(article.leadImage),
  };
}

/** Cleans the names in a quote. Its words belong to the article and stay unchanged. */
const cleanQuote = (quote: Quote): Quote => ({
  ...quote,
  speaker: cleanLineOrNull(quote.speaker, LINE_LIMITS.speaker),
  resolvedSpeaker: cleanLineOrNull(quote.resolvedSpeaker, LINE_LIMITS.speaker),
  role: cleanLineOrNull(quote.role, LINE_LIMITS.role),
});

/** Cleans quotes and limits their number; see `limits.ts`. */
export function limitQuotes(quotes: readonly Quote[]): Quote[] {
  return quotes.slice(0, COUNT_LIMITS.quotes).map(cleanQuote);
}

/**
 * Cleans single-line strings and limits lengths and counts to those of `limits.ts`. The text and HTML stay unchanged.
 */
export function cleanSave(input: ArticleToSave): ArticleToSave {
  return {
    ...input,
    article: cleanArticle(input.article),
    quotes: limitQuotes(input.quotes),
    // Not limited here, so that the completeness report can state how many are omitted. `article-images.ts` keeps the
    // first ones.
    images: (input.images ?? []).filter(isWebAddress),
    pageUrls: (input.pageUrls ?? []).slice(0, COUNT_LIMITS.addresses),
    tags: (input.tags ?? []).slice(0, COUNT_LIMITS.tags),
  };
}
