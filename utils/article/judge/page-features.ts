import { getElementsByTag } from '../../page/get-elements-by-tag.ts';
import { type AddressFeatures, readAddressFeatures } from './address-features.ts';
import { type HeadFeatures, readHeadFeatures } from './head-features.ts';
import { kindOfType } from './schema-types.ts';

/** Features of a page's body; booleans are 0 or 1. */
interface BodyFeatures {
  h1Words: number;
  /** Whether the headline is inside an `article`. */
  h1InArticle: number;
  headings: number;
  /** Length of the longest run of sibling paragraphs, in UTF-16 code units. */
  run: number;
  paragraphs: number;
  /** Whether there is a date near the headline. */
  dated: number;
  /** Whether there is a `time` element. */
  timed: number;
  captions: number;
  comments: number;
  buttons: number;
  selects: number;
  shopClass: number;
}

/** Features for and against an article; booleans are 0 or 1. */
export type PageFeatures = AddressFeatures & HeadFeatures & BodyFeatures;

/** Maximum number of paragraphs read; a page without prose in these is a list. */
const MAX_PARAGRAPHS = 60;
/** Minimum length of a paragraph of prose, in UTF-16 code units. */
const MIN_LENGTH = 60;
/** Length of a run (UTF-16 code units) above which more prose is no further evidence. */
const MAX_RUN_LENGTH = 4000;
/** `NodeFilter.SHOW_TEXT` */
const SHOW_TEXT = 4;
/** Number of text nodes before and after the headline that are searched for a date, and maximum length read of each. */
const NODES_NEAR_HEADLINE = { previousNode: 8, nextNode: 24 } as const;
const MAX_TEXT_LENGTH = 80;
/** For pages without paragraphs: maximum number of nodes read, and minimum length of their text. */
const MAX_NODES = 3000;
const MIN_TEXT_LENGTH = 300;
const HIDDEN_ELEMENTS = 'style,script:not([type*="template"],[type*="html"])';
/** Matches a day, a month and a year in any usual order, with any word as the month. */
const DATE =
  /\d(?:\w\w)?(?:,? |\.?(?: de)? [^\s\d]{3,}(?: de)? )(?:19|20)\d\d|(?:19|20)\d\d[-/.年] ?\d\d?[-/.月] ?\d|\d[-/.]\d\d?[-/.](?:19|20)\d\d/;
/** Selector for elements with a microdata type, except those of pages and page headers. */
const TYPED_ELEMENTS =
  '[itemtype]:not([itemtype$="WebPage"],[itemtype$="BreadcrumbList"],[itemtype$="WPHeader"])';

/** Returns the elements with a tag, from the page or from a component. */
type Collect = <T extends keyof HTMLElementTagNameMap>(tag: T) => ArrayLike<HTMLElementTagNameMap[T]>;

/** Returns a function that collects in the first open shadow root with paragraphs; null if there is none. */
function findComponentCollect(document_: Document): Collect | null {
  const elements = Document.prototype.getElementsByTagName.call(document_, '*');
  for (let i = 0; i < MAX_NODES; i++) {
    const root = elements[i]?.shadowRoot;
    // On a form, `shadowRoot` can be a field with that name. Only custom elements are read, as in `componentRootOf`.
    if (root?.host?.localName.includes('-') && root.querySelector('p'))
      return (tag) => root.querySelectorAll(tag);
  }
  return null;
}

/**
 * Finds the longest run of sibling paragraphs.
 *
 * @param features `run` and `paragraphs` are written
 * @returns the last paragraph of the run; null if there is no prose
 */
function readProse(
  collect: Collect,
  features: Pick<BodyFeatures, 'run' | 'paragraphs'>,
): HTMLParagraphElement | null {
  let parent: Node | null = null;
  let run = 0;
  let lastOfRun: HTMLParagraphElement | null = null;
  const paragraphs = collect('p');
  for (let i = 0; i < MAX_PARAGRAPHS; i++) {
    const paragraph = paragraphs[i];
    if (!paragraph) break;
    const size = (paragraph.textContent ?? '').length;
    if (size < MIN_LENGTH) continue;
    features.paragraphs++;
    const paragraphParent = paragraph.parentNode;
    run = paragraphParent === parent ? run + size : size;
    parent = paragraphParent;
    if (run > features.run) {
      features.run = run;
      lastOfRun = paragraph;
    }
    if (run > MAX_RUN_LENGTH) break;
  }
  return lastOfRun;
}

const walkTexts = (document_: Document): TreeWalker =>
  Document.prototype.createTreeWalker.call(document_, document_, SHOW_TEXT);

/**
 * Whether a page without paragraphs contains text. Web applications first load an empty shell, whose URL and structured data
 * can already look like those of an article.
 */
export function hasText(document_: Document): boolean {
  const walker = walkTexts(document_);
  let size = 0;
  for (let i = 0; i < MAX_NODES; i++) {
    const node = walker.nextNode() as Text | null;
    if (node === null) break;
    const { length } = node.data;
    const parent = node.parentElement;
    // Script templates count, because they can contain the article's body. Called via the prototype, because on a form
    // `matches` can be a field.
    if (length > MIN_LENGTH && !(parent && Element.prototype.matches.call(parent, HIDDEN_ELEMENTS)))
      size += length;
  }
  return size > MIN_TEXT_LENGTH;
}

/** Returns the text around the headline, visible or not. */
function readTextNear(document_: Document, headline: Element): string {
  let text = '';
  for (const step of ['previousNode', 'nextNode'] as const) {
    const walker = walkTexts(document_);
    walker.currentNode = headline;
    for (let i = 0; i < NODES_NEAR_HEADLINE[step]; i++)
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
  if (headline && DATE.test(readTextNear(document_, headline))) features.dated = 1;
  return headline;
}

/** Reads the microdata type of the headline or the prose, which is the only structured data of many forums and shops. */
function readMicrodata(element: Element | null, features: HeadFeatures): void {
  if (element === null) return;
  // Called via the prototype, because an ancestor can be a form with a field called `getAttribute`.
  const typedElement: Element | null = Element.prototype.closest.call(element, TYPED_ELEMENTS);
  if (typedElement === null) return;
  const type: string = Element.prototype.getAttribute.call(typedElement, 'itemtype') ?? '';
  const kind = kindOfType(type);
  if (kind === 'news' || kind === 'article') features.ldArticle = 1;
  else if (kind === 'product') features.ldProduct = 1;
  else if (kind === 'forum' || /\/(?:Question|Answer)$/.test(type)) features.ldForum = 1;
}

/** Reads the features in a few passes over live collections. Takes less than a millisecond on an average page. */
export function readFeatures(document_: Document, url: string): PageFeatures {
  let collect: Collect = (tag) => getElementsByTag(document_, tag);
  const prose = { run: 0, paragraphs: 0 };
  let proseParagraph = readProse(collect, prose);
  if (proseParagraph === null) {
    collect = findComponentCollect(document_) ?? collect;
    proseParagraph = readProse(collect, prose);
  }
  const countTag = (tag: keyof HTMLElementTagNameMap): number => collect(tag).length;
  const hasId = (id: string): boolean => Document.prototype.getElementById.call(document_, id) !== null;
  const body: BodyFeatures = {
    h1Words: 0,
    h1InArticle: 0,
    headings: countTag('h2') + countTag('h3') + countTag('h4'),
    ...prose,
    dated: 0,
    timed: Math.min(1, countTag('time')),
    captions: countTag('figcaption'),
    comments: hasId('comments') || hasId('respond') || hasId('disqus_thread') ? 1 : 0,
    buttons: countTag('button'),
    selects: countTag('select'),
    shopClass: 0,
  };
  if (/woocommerce|\bproduct\b/.test(getElementsByTag(document_, 'body')[0]?.getAttribute('class') ?? ''))
    body.shopClass = 1;
  const head = readHeadFeatures(document_);
  readMicrodata(readHeadline(document_, collect, body), head);
  readMicrodata(proseParagraph, head);
  return { ...readAddressFeatures(url), ...head, ...body };
}

/** Features of a list, needed only to explain why a page isn't an article. */
export interface ListFeatures {
  articles: number;
  linkedHeadlines: number;
  fields: number;
}

/** Maximum numbers of headings of each level, and of fields, that are read. */
const MAX_HEADINGS = 40;
const MAX_FIELDS = 60;

export function readListFeatures(document_: Document): ListFeatures {
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
      // On a form, these properties can be fields, which is harmless here.
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
