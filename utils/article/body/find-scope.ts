/** Finds the current article on pages with infinite scrolling, which append further articles and change the URL. */
import { containsNode, findAllIn, isElement, parentOf, textOf, windowOf } from '../../page/dom-access.ts';
import { attributeOf, attributesOf, boundingRectOf, findAll, tagOf } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import { absoluteUrl, extractSlugWords, stripTrackingParameters } from '../metadata/page-address.ts';
import type { Metadata } from '../metadata/read-metadata.ts';

interface Candidate {
  element: Element;
  headline: string;
}

/** Maximum number of articles; a page with more is a list. */
const MAX_ARTICLES = 30;
/** Minimum number of paragraphs and of characters in an article. */
const MIN_PARAGRAPHS = 2;
const MIN_PROSE = 400;
/** Minimum share of the words in the URL that a headline contains, and minimum lead over the second best headline. */
const MIN_SLUG_SHARE = 0.6;
const MIN_SLUG_LEAD = 0.3;

/** Elements that may declare the URL of an article. */
const URL_ELEMENTS =
  '[data-url],[data-href],[data-permalink],[data-article-url],[data-canonical],[itemprop~="url"],[itemprop~="mainEntityOfPage"],h1 a,h2 a,a[rel~="bookmark"]';

function isReadable(element: Element): boolean {
  let size = 0;
  let count = 0;
  for (const paragraph of findAll(element, 'p').slice(0, 12)) {
    const { length } = textOf(paragraph);
    if (length < 60) continue;
    size += length;
    count++;
  }
  return count >= MIN_PARAGRAPHS && size >= MIN_PROSE;
}

/** Returns the largest element around each headline that contains no other headline. */
function findHeadlineBoxes(headlines: readonly Element[]): Element[] {
  const headlineCounts = new Map<Node, number>();
  for (const headline of headlines)
    for (let at: Node | null = headline; at !== null; at = parentOf(at))
      headlineCounts.set(at, (headlineCounts.get(at) ?? 0) + 1);
  return headlines.map((headline) => {
    let box = headline;
    for (;;) {
      const parent = parentOf(box);
      if (parent === null || !isElement(parent) || (headlineCounts.get(parent) ?? 0) > 1) return box;
      box = parent;
    }
  });
}

/** Elements with an author or a date, which sections of a single article don't have. */
const AUTHOR_OR_DATE =
  'time, [rel~="author"], [itemprop~="author"], [class*="byline" i], [class*="author" i]';

const tagAndFirstClassOf = (element: Element): string =>
  `${tagOf(element)} ${attributeOf(element, 'class').split(' ')[0]}`;

function readCandidates(document_: Document): Candidate[] {
  const articles = findAllIn(document_, 'article');
  const headlines = findAllIn(document_, 'h1');
  const articleCount = Math.max(articles.length, headlines.length);
  if (articleCount < 2 || articleCount > MAX_ARTICLES) return [];
  const outermost = articles.filter(
    (article) => !articles.some((other) => other !== article && containsNode(other, article)),
  );
  const boxes =
    headlines.length > 1 ? findHeadlineBoxes(headlines).filter((box) => findAll(box, AUTHOR_OR_DATE)[0]) : [];
  for (const elements of [outermost, boxes]) {
    // Appended articles have the same tag and class as the first one; banners and teasers don't.
    const similar = elements.filter((element) =>
      elements.some(
        (other) => other !== element && tagAndFirstClassOf(other) === tagAndFirstClassOf(element),
      ),
    );
    const candidates = similar.filter(isReadable).flatMap((element): Candidate[] => {
      const headline = findAll(element, 'h1, h2')[0];
      return headline === undefined ? [] : [{ element, headline: textOf(headline).trim() }];
    });
    if (candidates.length > 1) return candidates;
  }
  return [];
}

/** Normalises a URL for comparison: removes scheme, `www.` and tracking parameters. Returns null if it has a fragment. */
function normaliseForComparison(url: string, base: string): string | null {
  const absolute = url.includes('#') ? null : absoluteUrl(url, base);
  return absolute === null
    ? null
    : stripTrackingParameters(absolute).replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
}

function declaresUrl({ element }: Candidate, pageUrl: string, url: string): boolean {
  return [element, ...findAll(element, URL_ELEMENTS).slice(0, 20)].some((declaring) =>
    Array.from(attributesOf(declaring)).some(
      ({ value }) =>
        value.length < 2000 && value.includes('/') && normaliseForComparison(value, url) === pageUrl,
    ),
  );
}

/** Returns the candidate whose headline contains most words of the URL, if the lead is clear. */
function findBySlug(candidates: readonly Candidate[], url: string): Candidate | null {
  const words = foldText(extractSlugWords(url)).split(' ').filter(Boolean);
  if (words.length < 3) return null;
  const scored = candidates
    .map((candidate) => {
      const headlineWords = new Set(foldText(candidate.headline).split(' '));
      return { candidate, share: words.filter((word) => headlineWords.has(word)).length / words.length };
    })
    .sort((a, b) => b.share - a.share);
  const [first, second] = scored;
  if (first === undefined || second === undefined) return null;
  return first.share >= MIN_SLUG_SHARE && first.share - second.share >= MIN_SLUG_LEAD
    ? first.candidate
    : null;
}

/** Returns the candidate in the middle of the viewport; null if the candidates' classes differ or there is no layout. */
function findInViewport(candidates: readonly Candidate[], document_: Document): Candidate | null {
  const kind = ({ element }: Candidate): string => `${tagOf(element)} ${attributeOf(element, 'class')}`;
  const height = windowOf(document_)?.innerHeight ?? 0;
  if (height === 0 || new Set(candidates.map(kind)).size > 1) return null;
  const covering = candidates.filter(({ element }) => {
    const { top, bottom } = boundingRectOf(element);
    return top < height / 2 && bottom > height / 2;
  });
  return covering.length === 1 ? (covering[0] ?? null) : null;
}

/**
 * Finds the element of the current article if the page has several. `captureDom` must have been called.
 *
 * @param url the page's current URL
 * @returns null if the page has one article, or the current one can't be determined
 */
export function findScope(document_: Document, url: string): Element | null {
  const candidates = readCandidates(document_);
  if (candidates.length === 0) return null;
  const pageUrl = normaliseForComparison(url.replace(/#.*$/, ''), url);
  const declared =
    pageUrl === null ? [] : candidates.filter((candidate) => declaresUrl(candidate, pageUrl, url));
  const found =
    declared.length === 1
      ? declared[0]
      : (findBySlug(candidates, url) ?? findInViewport(candidates, document_));
  return found?.element ?? null;
}

/**
 * Returns the metadata for one of several articles. If the page's head has another headline, it describes the article that
 * was loaded first, so only the data about the site is used.
 *
 * @param scope the result of `findScope`
 */
export function metadataForScope(scope: Element | null, metadata: Metadata): Metadata {
  const headline = scope === null ? undefined : findAll(scope, 'h1, h2')[0];
  if (headline === undefined) return metadata;
  const title = textOf(headline).trim();
  const folded = foldText(title);
  const pageTitle = metadata.titles[0] ?? metadata.documentTitle;
  if (foldText(pageTitle).includes(folded) || (pageTitle !== '' && folded.includes(foldText(pageTitle))))
    return metadata;
  const { siteName, publisherNames, sections, domain, siteByline, lang } = metadata;
  return {
    structured: null,
    titles: [title],
    documentTitle: title,
    byline: null,
    siteByline,
    siteName,
    publisherNames,
    sections,
    domain,
    publishedDates: [],
    modifiedAt: null,
    lang,
    excerpt: null,
    images: [],
  };
}
