import { learnBoilerplate } from '../../article/body/boilerplate-phrases.ts';
import { extractArticle } from '../../article/extract-article.ts';
import { sanitiseSvg } from '../../article/html/sanitise-svg.ts';
import { joinPages, type PageText } from '../../article/pages/join-pages.ts';
import type { Article } from '../../article/types.ts';
import { findClutter } from '../../clutter/find/find-clutter.ts';
import { learnPhrases } from '../../clutter/phrases/read-cues.ts';
import { everywhere } from '../../languages/everywhere.ts';
import { LANGUAGES } from '../../languages/registry.ts';
import { quoteArticle } from '../../quotes/quote-article.ts';
import { summariseVoices } from '../../quotes/speakers/people/summarise-voices.ts';
import type { Quote, Voice } from '../../quotes/types.ts';
import { countWords } from '../../text/count-words.ts';
import { type ImportedText, type PreparedImport, prepareImport } from '../imports/digest-import.ts';
import type { SavedPages } from '../types.ts';
import { type PreparedContent, prepareContent } from './prepare-content.ts';
import { onePage } from './saved-pages.ts';

/** A page, or an article's body, that has to be read where a DOM is. Plain data: it may cross processes. */
export type DigestTask =
  | { kind: 'page'; html: string; url: string }
  | { kind: 'content'; html: string; url: string }
  /** `more` goes on where `article` ends; its pages are numbered from `secondPage`. All of it is sanitised. */
  | { kind: 'pages'; article: Article; more: PageText[]; secondPage: number }
  | { kind: 'import'; text: ImportedText }
  | { kind: 'svg'; svg: string };

/** A page read without ever being shown. */
export interface DigestedPage extends PreparedContent {
  article: Article;
  quotes: Quote[];
  voices: Voice[];
  /** Where the article is split over several pages, of which this is one. */
  pages?: SavedPages | null;
  /** Address of the icon that the site shows on its tab; absent or null where the page names none. */
  icon?: string | null;
}

/**
 * Reads the article out of a page's source. Runs and loads nothing of the page.
 *
 * @param html source of the page
 * @param url where it came from, after redirects
 * @returns null where there is no article in it
 */
export async function digestPage(
  html: string,
  url: string,
  parser = new DOMParser(),
): Promise<DigestedPage | null> {
  const document_ = parser.parseFromString(html, 'text/html');
  if (document_.querySelector('base[href]') === null) {
    // A parsed document has our address; relative ones must be the page's.
    const base = document_.createElement('base');
    base.setAttribute('href', url);
    document_.head.prepend(base);
  }
  showShadowRoots(document_);
  // In any language, as nobody has named the page's.
  const languages = Object.values(LANGUAGES);
  learnPhrases(languages.map(({ begging }) => begging));
  learnBoilerplate([everywhere, ...languages.map(({ boilerplate }) => boilerplate)]);
  const begging = findClutter(document_).map(({ element }) => element);
  const extraction = extractArticle(document_, url, { begging });
  if (extraction === null || extraction.article.text.trim() === '') return null;
  return {
    ...(await quoteContent(extraction.article, url, parser)),
    pages: onePage(extraction.pages, extraction.article.text),
    icon: findIcon(document_, url),
  };
}

/** Of several icons the one for a line of text: 32 px, or the first. */
function findIcon(document_: Document, url: string): string | null {
  const links = [...document_.querySelectorAll('link[rel~="icon" i][href]')];
  const link = links.find((one) => one.getAttribute('sizes')?.includes('32x32')) ?? links[0];
  const href = link?.getAttribute('href') ?? '';
  const base = document_.querySelector('base[href]')?.getAttribute('href') ?? url;
  const root = URL.canParse(base, url) ? new URL(base, url).href : url;
  return href !== '' && URL.canParse(href, root) ? new URL(href, root).href : null;
}

/** Parts of components come as templates in the source (declarative shadow roots), which parsing apart leaves shut. */
function showShadowRoots(document_: Document): void {
  const waiting = [...document_.querySelectorAll<HTMLTemplateElement>(SHADOW_ROOT)];
  for (let template = waiting.pop(); template !== undefined; template = waiting.pop()) {
    const { content } = template;
    for (const inner of content.querySelectorAll<HTMLTemplateElement>(SHADOW_ROOT)) waiting.push(inner);
    template.replaceWith(content);
  }
}

const SHADOW_ROOT = 'template[shadowrootmode]';

/** Cleans an article's body, and finds who says what in its text. */
async function quoteContent(article: Article, url: string, parser: DOMParser): Promise<DigestedPage> {
  const quotes = await quoteArticle(article);
  const prepared = prepareContent(article.html, url, parser);
  return {
    article: { ...article, html: prepared.html },
    quotes,
    voices: summariseVoices(quotes),
    ...prepared,
  };
}

/**
 * Joins the pages of an article, and looks for quotes in all of it: who speaks on page 3 was named on page 1.
 *
 * @param article its first page, or several that were joined before
 * @param more the pages after it
 * @param secondPage number of the first of them
 */
export function digestPages(
  article: Article,
  more: readonly PageText[],
  secondPage: number,
  parser = new DOMParser(),
): Promise<DigestedPage> {
  const { html, text } = joinPages([article, ...more], secondPage, parser);
  return quoteContent({ ...article, html, text, wordCount: countWords(text) }, article.url, parser);
}

/** Does a task; the answer is plain data. */
export async function digest(
  task: DigestTask,
): Promise<DigestedPage | PreparedContent | PreparedImport | string | null> {
  if (task.kind === 'svg') return sanitiseSvg(task.svg);
  if (task.kind === 'import') return prepareImport(task.text);
  if (task.kind === 'pages') return digestPages(task.article, task.more, task.secondPage);
  return task.kind === 'page' ? digestPage(task.html, task.url) : prepareContent(task.html, task.url);
}
