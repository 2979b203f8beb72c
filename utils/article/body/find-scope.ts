/** Finds the current article in pages that append further articles on scrolling and change the address. */
import { containsNode, findAllIn, isElement, parentOf, textOf, windowOf } from '../../page/dom-access.ts';
import { attributeOf, attributesOf, boundingRectOf, findAll, tagOf } from '../../page/element-access.ts';
import { foldText } from '../../text/fold-text.ts';
import { absoluteUrl, slugWords, stripTrackers } from '../metadata/page-address.ts';
import type { Metadata } from '../metadata/read-metadata.ts';

interface Candidate {
  element: Element;
  headline: string;
}

/** Maximum number of articles; more are a list. */
const MAX_ARTICLES = 30;
/** Minimum paragraphs and characters of prose of an article. */
const MIN_PARAGRAPHS = 2;
const MIN_PROSE = 400;
/** Minimum share of the address's words in a headline, and minimum lead over other headlines. */
const AGREES = 0.6;
const CLEARLY = 0.3;

/** Elements with which articles declare their address. */
const NAMING =
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

/** The largest box around each headline that contains no other. */
function boxesOf(headlines: readonly Element[]): Element[] {
  const held = new Map<Node, number>();
  for (const headline of headlines)
    for (let at: Node | null = headline; at !== null; at = parentOf(at))
      held.set(at, (held.get(at) ?? 0) + 1);
  return headlines.map((headline) => {
    let box = headline;
    for (;;) {
      const parent = parentOf(box);
      if (parent === null || !isElement(parent) || (held.get(parent) ?? 0) > 1) return box;
      box = parent;
    }
  });
}

/** Signs of an author or date, which sections of one article lack. */
const SIGNED = 'time, [rel~="author"], [itemprop~="author"], [class*="byline" i], [class*="author" i]';

const kindOf = (element: Element): string =>
  `${tagOf(element)} ${attributeOf(element, 'class').split(' ')[0]}`;

function readCandidates(document_: Document): Candidate[] {
  const articles = findAllIn(document_, 'article');
  const headlines = findAllIn(document_, 'h1');
  const many = Math.max(articles.length, headlines.length);
  if (many < 2 || many > MAX_ARTICLES) return [];
  const outer = articles.filter(
    (article) => !articles.some((other) => other !== article && containsNode(other, article)),
  );
  const boxes = headlines.length > 1 ? boxesOf(headlines).filter((box) => findAll(box, SIGNED)[0]) : [];
  for (const elements of [outer, boxes]) {
    // Appended articles have the same structure as the first; banners and teasers do not.
    const alike = elements.filter((element) =>
      elements.some((other) => other !== element && kindOf(other) === kindOf(element)),
    );
    const candidates = alike.filter(isReadable).flatMap((element): Candidate[] => {
      const headline = findAll(element, 'h1, h2')[0];
      return headline === undefined ? [] : [{ element, headline: textOf(headline).trim() }];
    });
    if (candidates.length > 1) return candidates;
  }
  return [];
}

/** A normalised address without scheme, tracking parameters and fragment; null for addresses of fragments. */
function comparable(address: string, base: string): string | null {
  const url = address.includes('#') ? null : absoluteUrl(address, base);
  return url === null ? null : stripTrackers(url).replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
}

function names({ element }: Candidate, here: string, url: string): boolean {
  return [element, ...findAll(element, NAMING).slice(0, 20)].some((place) =>
    Array.from(attributesOf(place)).some(
      ({ value }) => value.length < 2000 && value.includes('/') && comparable(value, url) === here,
    ),
  );
}

/** The candidate whose headline clearly contains most words of the address. */
function bySlug(candidates: readonly Candidate[], url: string): Candidate | null {
  const words = foldText(slugWords(url)).split(' ').filter(Boolean);
  if (words.length < 3) return null;
  const scored = candidates
    .map((candidate) => {
      const has = new Set(foldText(candidate.headline).split(' '));
      return { candidate, share: words.filter((word) => has.has(word)).length / words.length };
    })
    .sort((a, b) => b.share - a.share);
  const [first, second] = scored;
  if (first === undefined || second === undefined) return null;
  return first.share >= AGREES && first.share - second.share >= CLEARLY ? first.candidate : null;
}

/** The candidate in the middle of the window; null if structures differ or there is no layout. */
function inView(candidates: readonly Candidate[], document_: Document): Candidate | null {
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
 * `captureDom` must have run.
 *
 * @param url the page's current address
 * @returns null if the page has one article, or the current one can't be determined
 */
export function findScope(document_: Document, url: string): Element | null {
  const candidates = readCandidates(document_);
  if (candidates.length === 0) return null;
  const here = comparable(url.replace(/#.*$/, ''), url);
  const named = here === null ? [] : candidates.filter((candidate) => names(candidate, here, url));
  const found = named.length === 1 ? named[0] : (bySlug(candidates, url) ?? inView(candidates, document_));
  return found?.element ?? null;
}

/**
 * The metadata for one of several articles. If the page's head names another headline, it describes the article that was
 * loaded first, and only its statements about the site apply.
 *
 * @param scope as `findScope` found it
 */
export function metadataOf(scope: Element | null, metadata: Metadata): Metadata {
  const headline = scope === null ? undefined : findAll(scope, 'h1, h2')[0];
  if (headline === undefined) return metadata;
  const title = textOf(headline).trim();
  const folded = foldText(title);
  const stated = metadata.titles[0] ?? metadata.documentTitle;
  if (foldText(stated).includes(folded) || (stated !== '' && folded.includes(foldText(stated))))
    return metadata;
  const { siteName, houses, sections, domain, siteByline, lang } = metadata;
  return {
    structured: null,
    titles: [title],
    documentTitle: title,
    byline: null,
    siteByline,
    siteName,
    houses,
    sections,
    domain,
    publishedDates: [],
    modifiedAt: null,
    lang,
    excerpt: null,
    images: [],
  };
}
