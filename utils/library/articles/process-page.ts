import { extractArticle } from '../../article/extract-article.ts';
import { sanitiseSvg } from '../../article/html/sanitise-svg.ts';
import { joinPages, type PageContent } from '../../article/pages/join-pages.ts';
import { allPhrases } from '../../article/site-phrases.ts';
import type { Article } from '../../article/types.ts';
import { findClutter } from '../../clutter/find/find-clutter.ts';
import { type Quote, type QuoteFinder, toQuoteInput } from '../../quotes/types.ts';
import { countWords } from '../../text/count-words.ts';
import { type ImportedText, type PreparedImport, prepareImport } from '../imports/prepare-import.ts';
import type { SavedPages } from '../types.ts';
import { type PreparedContent, prepareContent } from './prepare-content.ts';
import { toSavedPages } from './saved-pages.ts';

/** A task that needs a DOM, such as processing a page. Plain data, which can be sent to another process. */
export type PageTask =
  | { kind: 'page'; html: string; url: string }
  | { kind: 'article'; article: Article }
  | { kind: 'content'; html: string; url: string }
  /**
   * `more` contains the pages after `article`, the first of which has the number `secondPage`. All HTML is sanitised.
   */
  | { kind: 'pages'; article: Article; more: PageContent[]; secondPage: number }
  | { kind: 'import'; text: ImportedText }
  | { kind: 'svg'; svg: string };

/** An article that is ready to be saved. */
export interface ProcessedPage extends Pick<PreparedContent, 'images'> {
  /** Its `html` is sanitised. */
  article: Article;
  quotes: Quote[];
  /**
   * Whether the extraction of quotes failed, so that `quotes` is empty. It is repeated when articles are processed
   * again.
   */
  lacksQuotes?: boolean;
  /** If the article is split into several pages: the pages that this is. */
  pages?: SavedPages | null;
  /** URL of the site's icon. Null or not set if the page declares none. */
  icon?: string | null;
}

/**
 * Extracts the article from a page's source. Does not run or load anything from the page.
 *
 * @param html source of the page
 * @param url URL of the page, after redirects
 * @param findQuotes extracts the quotes of a text
 * @returns null if the page contains no article
 */
export async function processPage(
  html: string,
  url: string,
  findQuotes: QuoteFinder,
): Promise<ProcessedPage | null> {
  const pageDocument = new DOMParser().parseFromString(html, 'text/html');
  if (pageDocument.querySelector('base[href]') === null) {
    // A parsed document has the extension's URL, but relative URLs must be resolved against the page's.
    const base = pageDocument.createElement('base');
    base.setAttribute('href', url);
    pageDocument.head.prepend(base);
  }
  openShadowRoots(pageDocument);
  // Use all languages, because the page's language is unknown.
  const phrases = allPhrases();
  const promos = findClutter(pageDocument, { phrases: phrases.cues }).map(({ element }) => element);
  const extraction = extractArticle(pageDocument, url, { promos, phrases });
  if (extraction === null || extraction.article.text.trim() === '') return null;
  return {
    ...(await prepareArticle(extraction.article, findQuotes)),
    pages: toSavedPages(extraction.pages, extraction.article.text),
    icon: findIcon(pageDocument, url),
  };
}

/** Returns the URL of the icon for a line of text: the one of 32 px, or else the first. */
function findIcon(pageDocument: Document, url: string): string | null {
  const links = [...pageDocument.querySelectorAll('link[rel~="icon" i][href]')];
  const link = links.find((candidate) => candidate.getAttribute('sizes')?.includes('32x32')) ?? links[0];
  const href = link?.getAttribute('href') ?? '';
  const base = pageDocument.querySelector('base[href]')?.getAttribute('href') ?? url;
  const baseUrl = URL.canParse(base, url) ? new URL(base, url).href : url;
  return href !== '' && URL.canParse(href, baseUrl) ? new URL(href, baseUrl).href : null;
}

/** Replaces declarative shadow roots by their content, since `DOMParser` leaves them as inert templates. */
function openShadowRoots(pageDocument: Document): void {
  const pendingTemplates = [...pageDocument.querySelectorAll<HTMLTemplateElement>(SHADOW_ROOT_SELECTOR)];
  for (let template = pendingTemplates.pop(); template !== undefined; template = pendingTemplates.pop()) {
    const { content } = template;
    for (const inner of content.querySelectorAll<HTMLTemplateElement>(SHADOW_ROOT_SELECTOR))
      pendingTemplates.push(inner);
    template.replaceWith(content);
  }
}

const SHADOW_ROOT_SELECTOR = 'template[shadowrootmode]';

/**
 * Sanitises an article's body, and extracts its quotes in parallel. If the extraction fails, the article is prepared
 * without quotes.
 */
async function prepareArticle(article: Article, findQuotes: QuoteFinder): Promise<ProcessedPage> {
  const quotesPromise = findQuotes(toQuoteInput(article)).catch((error: unknown) => {
    console.error('offprint: could not extract quotes', error);
    return null;
  });
  const { html, images } = prepareContent(article.html, article.url);
  const quotes = await quotesPromise;
  return {
    images,
    article: { ...article, html },
    quotes: quotes ?? [],
    lacksQuotes: quotes === null,
  };
}

/**
 * Joins the pages of an article, and extracts the quotes of the whole text, because a speaker on page 3 may have been
 * introduced on page 1.
 *
 * @param article the first page, or several pages that were joined before
 * @param more the pages after it
 * @param secondPage number of the first of these pages
 */
export function processPages(
  article: Article,
  more: readonly PageContent[],
  secondPage: number,
  findQuotes: QuoteFinder,
): Promise<ProcessedPage> {
  const { html, text } = joinPages([article, ...more], secondPage);
  const joined = { ...article, html, text, wordCount: countWords(text) };
  return prepareArticle(joined, findQuotes);
}

/** Runs a task, and returns plain data. */
export async function runPageTask(
  task: PageTask,
  findQuotes: QuoteFinder,
): Promise<ProcessedPage | PreparedContent | PreparedImport | string | null> {
  if (task.kind === 'svg') return sanitiseSvg(task.svg);
  if (task.kind === 'import') return prepareImport(task.text);
  if (task.kind === 'article') return prepareArticle(task.article, findQuotes);
  if (task.kind === 'pages') return processPages(task.article, task.more, task.secondPage, findQuotes);
  if (task.kind === 'page') return processPage(task.html, task.url, findQuotes);
  return prepareContent(task.html, task.url);
}
