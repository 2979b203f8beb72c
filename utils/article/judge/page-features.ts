import { getElementsByTag } from '../../page/get-elements-by-tag.ts';
import { type AddressFeatures, readAddress } from './address-features.ts';
import { kindOfType } from './data-types.ts';
import { type HeadFeatures, readHead } from './head-features.ts';

/** Features of a page's body; booleans are 0 or 1. */
interface BodyFeatures {
  h1Words: number;
  /** The headline is inside an `article`. */
  h1InArticle: number;
  headings: number;
  /** Maximum length of text in sibling paragraphs. */
  run: number;
  paragraphs: number;
  /** There is a date near the headline. */
  dated: number;
  /** There is a `time` element. */
  timed: number;
  captions: number;
  comments: number;
  buttons: number;
  selects: number;
  shopClass: number;
}

/** Features for and against an article; booleans are 0 or 1. */
export type PageFeatures = AddressFeatures & HeadFeatures & BodyFeatures;

/** Limit of paragraphs read; a page without prose in them is a list. */
const MAX_PARAGRAPHS = 60;
const MIN_LENGTH = 60;
/** Characters beyond which more prose is no further evidence. */
const ENOUGH_RUN = 4000;
/** Text nodes before and after the headline searched for a date, and limit of characters of each. */
const SHOW_TEXT = 4;
const BESIDE = { previousNode: 8, nextNode: 24 } as const;
const MAX_TEXT_LENGTH = 80;
/** Limit of nodes read in pages without paragraphs, and minimum characters of their text. */
const MAX_NODES = 3000;
const MIN_TEXT_LENGTH = 300;
const NOT_SHOWN = 'style,script:not([type*="template"],[type*="html"])';
/** A day, a month and a year in any usual order, with any word for a month. */
const DATE =
  /\d(?:\w\w)?(?:,? |\.?(?: de)? [^\s\d]{3,}(?: de)? )(?:19|20)\d\d|(?:19|20)\d\d[-/.年] ?\d\d?[-/.月] ?\d|\d[-/.]\d\d?[-/.](?:19|20)\d\d/;
/** Microdata types that an element belongs to, except those of pages. */
const TYPED = '[itemtype]:not([itemtype$="WebPage"],[itemtype$="BreadcrumbList"],[itemtype$="WPHeader"])';

/** Reads the elements of a tag, in a page or in a component. */
type Collect = <T extends keyof HTMLElementTagNameMap>(tag: T) => ArrayLike<HTMLElementTagNameMap[T]>;

/** Collects in the first component with paragraphs in its open shadow root, or null. */
function collectInComponent(document_: Document): Collect | null {
  const elements = Document.prototype.getElementsByTagName.call(document_, '*');
  for (let i = 0; i < MAX_NODES; i++) {
    const root = elements[i]?.shadowRoot;
    // A form may have a field called `shadowRoot`; only components are read (`shadowOf`).
    if (root?.host?.localName.includes('-') && root.querySelector('p'))
      return (tag) => root.querySelectorAll(tag);
  }
  return null;
}

/** @returns the first paragraph of the run */
function readProse(
  collect: Collect,
  features: Pick<BodyFeatures, 'run' | 'paragraphs'>,
): HTMLParagraphElement | null {
  let parent: Node | null = null;
  let run = 0;
  let best: HTMLParagraphElement | null = null;
  const paragraphs = collect('p');
  for (let i = 0; i < MAX_PARAGRAPHS; i++) {
    const paragraph = paragraphs[i];
    if (!paragraph) break;
    const size = (paragraph.textContent ?? '').length;
    if (size < MIN_LENGTH) continue;
    features.paragraphs++;
    const holder = paragraph.parentNode;
    run = holder === parent ? run + size : size;
    parent = holder;
    if (run > features.run) {
      features.run = run;
      best = paragraph;
    }
    if (run > ENOUGH_RUN) break;
  }
  return best;
}

const walkTexts = (document_: Document): TreeWalker =>
  Document.prototype.createTreeWalker.call(document_, document_, SHOW_TEXT);

/**
 * Whether a page without paragraphs contains text. Applications first load an empty shell whose address and data may
 * already look like an article's.
 */
export function hasText(document_: Document): boolean {
  const walker = walkTexts(document_);
  let size = 0;
  for (let i = 0; i < MAX_NODES; i++) {
    const node = walker.nextNode() as Text | null;
    if (node === null) break;
    const { length } = node.data;
    // A script with markup may contain the article's body.
    const parent = node.parentElement;
    // A form may have a field called `matches`.
    if (length > MIN_LENGTH && !(parent && Element.prototype.matches.call(parent, NOT_SHOWN))) size += length;
  }
  return size > MIN_TEXT_LENGTH;
}

/** The text around the headline, visible or not. */
function textBeside(document_: Document, headline: Element): string {
  let text = '';
  for (const step of ['previousNode', 'nextNode'] as const) {
    const walker = walkTexts(document_);
    walker.currentNode = headline;
    for (let i = 0; i < BESIDE[step]; i++)
      text += ` ${(walker[step]() as Text | null)?.data.slice(0, MAX_TEXT_LENGTH) ?? ''}`;
  }
  return text;
}

function readHeadline(
  document_: Document,
  collect: Collect,
  features: BodyFeatures,
): HTMLHeadingElement | null {
  const headlines = collect('h1');
  for (let i = 0; i < 2; i++) {
    const text = headlines[i]?.textContent?.slice(0, 300).trim();
    if (text) features.h1Words = Math.max(features.h1Words, text.split(/\s+/).length);
  }
  const headline = headlines[0] ?? null;
  if (headline?.closest('article')) features.h1InArticle = 1;
  if (headline && DATE.test(textBeside(document_, headline))) features.dated = 1;
  return headline;
}

/** Reads microdata about the headline or the prose, the only structured data of many forums and shops. */
function readMicrodata(element: Element | null, features: HeadFeatures): void {
  if (element === null) return;
  // An ancestor may be a form with a field called `getAttribute`.
  const typed: Element | null = Element.prototype.closest.call(element, TYPED);
  if (typed === null) return;
  const type: string = Element.prototype.getAttribute.call(typed, 'itemtype') ?? '';
  const kind = kindOfType(type);
  if (kind === 'news' || kind === 'article') features.ldArticle = 1;
  else if (kind === 'product') features.ldProduct = 1;
  else if (kind === 'forum' || /\/(?:Question|Answer)$/.test(type)) features.ldForum = 1;
}

/** Reads the features in a few passes over live collections; a fraction of a millisecond on ordinary pages. */
export function readFeatures(document_: Document, url: string): PageFeatures {
  let collect: Collect = (tag) => getElementsByTag(document_, tag);
  const prose = { run: 0, paragraphs: 0 };
  let first = readProse(collect, prose);
  if (first === null) {
    collect = collectInComponent(document_) ?? collect;
    first = readProse(collect, prose);
  }
  const count = (tag: keyof HTMLElementTagNameMap): number => collect(tag).length;
  const has = (id: string): boolean => Document.prototype.getElementById.call(document_, id) !== null;
  const body: BodyFeatures = {
    h1Words: 0,
    h1InArticle: 0,
    headings: count('h2') + count('h3') + count('h4'),
    ...prose,
    dated: 0,
    timed: Math.min(1, count('time')),
    captions: count('figcaption'),
    comments: has('comments') || has('respond') || has('disqus_thread') ? 1 : 0,
    buttons: count('button'),
    selects: count('select'),
    shopClass: 0,
  };
  if (/woocommerce|\bproduct\b/.test(getElementsByTag(document_, 'body')[0]?.getAttribute('class') ?? ''))
    body.shopClass = 1;
  const head = readHead(document_);
  readMicrodata(readHeadline(document_, collect, body), head);
  readMicrodata(first, head);
  return { ...readAddress(url), ...head, ...body };
}

/** Features of a list, needed only to explain why a page is no article. */
export interface ListFeatures {
  articles: number;
  linkedHeadlines: number;
  fields: number;
}

/** Limits of headings of each level, and of fields. */
const MAX_HEADINGS = 40;
const MAX_FIELDS = 60;

export function readList(document_: Document): ListFeatures {
  const list: ListFeatures = {
    articles: getElementsByTag(document_, 'article').length,
    linkedHeadlines: 0,
    fields: 0,
  };
  for (const tag of ['h2', 'h3', 'h4'] as const) {
    const headings = getElementsByTag(document_, tag);
    for (let i = 0; i < MAX_HEADINGS; i++) {
      const heading = headings[i];
      if (!heading) break;
      // A form with a field of that name returns the field.
      if (heading.firstElementChild?.nodeName === 'A' || heading.parentNode?.nodeName === 'A')
        list.linkedHeadlines++;
    }
  }
  const inputs = getElementsByTag(document_, 'input');
  for (let i = 0; i < MAX_FIELDS; i++) {
    const input = inputs[i];
    if (!input) break;
    if (input.getAttribute('type') !== 'hidden') list.fields++;
  }
  return list;
}
