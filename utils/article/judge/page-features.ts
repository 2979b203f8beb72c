import { collectTag, firstOf } from '../../page/collect-tag.ts';
import { type AddressFeatures, readAddress } from './address-features.ts';
import { type HeadFeatures, readHead } from './head-features.ts';

/** Figures of the body of a page; booleans are 0 or 1. */
interface BodyFeatures {
  h1: number;
  h1Words: number;
  articles: number;
  linkedHeadlines: number;
  headings: number;
  prose: number;
  /** The most text that paragraphs side by side hold. */
  run: number;
  paragraphs: number;
  /** The run stands in an `article`. */
  inArticle: number;
  /** A date stands beside the headline. */
  dated: number;
  captions: number;
  comments: number;
  fields: number;
  buttons: number;
  shopClass: number;
}

/** Figures of a page that speak for or against an article; booleans are 0 or 1. */
export type PageFeatures = AddressFeatures & HeadFeatures & BodyFeatures;

/** Paragraphs looked at; a page that has not shown its prose by then is a list. */
const MOST_PARAGRAPHS = 60;
const SHORTEST = 60;
/** Beyond this many characters more prose proves nothing. */
const ENOUGH_RUN = 4000;
/** Pieces of text before and after the headline that are searched for a date, and how much of each. */
const SHOW_TEXT = 4;
const BESIDE = { previousNode: 8, nextNode: 24 } as const;
const MOST_TEXT = 80;
/** Pieces of text that are looked at where there are no paragraphs, and the characters they must hold. */
const MOST_TEXTS = 3000;
const LEAST_TEXT = 300;
const NOT_SHOWN = 'style,script:not([type*="template"],[type*="html"])';
/** A day, a month and a year in any order that dates are written in, with any word for a month. */
const DATE =
  /\d(?:\w\w)?(?:,? |\.?(?: de)? [^\s\d]{3,}(?: de)? )(?:19|20)\d\d|(?:19|20)\d\d[-/.年] ?\d\d?[-/.月] ?\d|\d[-/.]\d\d?[-/.](?:19|20)\d\d/;

function readProse(document_: Document, features: BodyFeatures): void {
  let parent: Node | null = null;
  let run = 0;
  let best: HTMLParagraphElement | null = null;
  for (const paragraph of firstOf(document_, 'p', MOST_PARAGRAPHS)) {
    const size = (paragraph.textContent ?? '').length;
    if (size < SHORTEST) continue;
    features.paragraphs++;
    features.prose += size;
    const holder = paragraph.parentNode;
    run = holder === parent ? run + size : size;
    parent = holder;
    if (run > features.run) {
      features.run = run;
      best = paragraph;
    }
    if (run > ENOUGH_RUN) break;
  }
  if (best?.closest('article')) features.inArticle = 1;
}

function readHeadings(document_: Document, features: BodyFeatures): void {
  features.h1 = collectTag(document_, 'h1').length;
  for (const { textContent } of firstOf(document_, 'h1', 2))
    features.h1Words = Math.max(
      features.h1Words,
      (textContent ?? '').slice(0, 300).trim().split(/\s+/).length,
    );
  for (const tag of ['h2', 'h3', 'h4'] as const) {
    features.headings += collectTag(document_, tag).length;
    // A form with a field of that name gives the field.
    for (const heading of firstOf(document_, tag, 40))
      if (heading.firstElementChild?.nodeName === 'A' || heading.parentNode?.nodeName === 'A')
        features.linkedHeadlines++;
  }
}

const walkTexts = (document_: Document): TreeWalker =>
  Document.prototype.createTreeWalker.call(document_, document_, SHOW_TEXT);

/**
 * Whether a page without paragraphs holds text all the same, so that there is something to read: applications first
 * come as an empty shell whose address and data say everything.
 */
export function hasText(document_: Document): boolean {
  const walker = walkTexts(document_);
  let size = 0;
  for (let i = 0; i < MOST_TEXTS; i++) {
    const node = walker.nextNode() as Text | null;
    if (node === null) break;
    const { length } = node.data;
    // A script that is markup may carry the article's body.
    const parent = node.parentElement;
    // A form may have a field called `matches`.
    if (length > SHORTEST && !(parent && Element.prototype.matches.call(parent, NOT_SHOWN))) size += length;
  }
  return size > LEAST_TEXT;
}

/** The text around the headline as the page holds it, shown or not. */
function textBeside(document_: Document, headline: Element): string {
  let text = '';
  for (const step of ['previousNode', 'nextNode'] as const) {
    const walker = walkTexts(document_);
    walker.currentNode = headline;
    for (let i = 0; i < BESIDE[step]; i++)
      text += ` ${(walker[step]() as Text | null)?.data.slice(0, MOST_TEXT) ?? ''}`;
  }
  return text;
}

function readBody(document_: Document): BodyFeatures {
  const count = (tag: keyof HTMLElementTagNameMap): number => collectTag(document_, tag).length;
  const has = (id: string): boolean => Document.prototype.getElementById.call(document_, id) !== null;
  const features: BodyFeatures = {
    h1: 0,
    h1Words: 0,
    linkedHeadlines: 0,
    headings: 0,
    prose: 0,
    run: 0,
    paragraphs: 0,
    inArticle: 0,
    dated: 0,
    articles: count('article'),
    captions: count('figcaption'),
    comments: has('comments') || has('respond') || has('disqus_thread') ? 1 : 0,
    fields: 0,
    buttons: count('button'),
    shopClass: 0,
  };
  for (const input of firstOf(document_, 'input', 60))
    if (input.getAttribute('type') !== 'hidden') features.fields++;
  if (/woocommerce|\bproduct\b/.test(firstOf(document_, 'body', 1)[0]?.getAttribute('class') ?? ''))
    features.shopClass = 1;
  const [headline] = firstOf(document_, 'h1', 1);
  if (headline && DATE.test(textBeside(document_, headline))) features.dated = 1;
  readHeadings(document_, features);
  readProse(document_, features);
  return features;
}

/** Reads the figures in a few passes over live collections; a fraction of a millisecond on ordinary pages. */
export function readFeatures(document_: Document, url: string): PageFeatures {
  return { ...readAddress(url), ...readHead(document_), ...readBody(document_) };
}
