import { collectTag } from './collect-tag.ts';

/** What the head and the structured data say of the page; booleans are 0 or 1. */
export interface HeadSignals {
  ldNews: number;
  ldArticle: number;
  ldListing: number;
  ldProduct: number;
  ldForum: number;
  ogArticle: number;
  ogOther: number;
  published: number;
  modified: number;
  author: number;
  amp: number;
  titleListing: number;
  generator: number;
  shop: number;
}

const NEWS = /NewsArticle$|Posting$|^Report$/;
const ARTICLE = /Article$/;
const LISTING =
  /^(?:CollectionPage|ItemList|SearchResultsPage|ProfilePage|AboutPage|ContactPage|Blog|OfferCatalog)$/;
const PRODUCT =
  /^(?:Product|ProductGroup|Offer|AggregateOffer|Service|LocalBusiness|SoftwareApplication|Course|JobPosting|Event)$/;
const FORUM = /^(?:QAPage|DiscussionForumPosting|Question)$/;
const TYPE = '"@type"';
/** Types named after this many are parts of parts. */
const MOST_TYPES = 40;
const TITLE_LISTING =
  /\b(?:archives?|category|page \d+|forums?|documentation|docs|log ?in|sign ?in|privacy|terms of|services?|pricing|shop|buy|careers|latest|all (?:news|posts)|in the news|search results|community|wiki|home ?page|official site|companies|solutions|price)\b/i;
const GENERATOR =
  /vbulletin|phpbb|discourse|xenforo|invision|docusaurus|sphinx|mkdocs|mediawiki|gitbook|doxygen|shopify|magento/i;

const read = (element: Element, name: string): string => element.getAttribute(name) ?? '';

function readTypes(text: string, s: HeadSignals): void {
  let at = text.indexOf(TYPE);
  for (let i = 0; at >= 0 && i < MOST_TYPES; i++) {
    for (const [, type = ''] of text
      .slice(at + TYPE.length, at + TYPE.length + 70)
      .split(/[\]}]|",\s*"\w+":/, 1)[0]
      ?.matchAll(/"(?:https?:\/\/schema\.org\/)?(\w+)"/g) ?? []) {
      if (FORUM.test(type)) s.ldForum = 1;
      else if (NEWS.test(type)) s.ldNews = 1;
      else if (ARTICLE.test(type)) s.ldArticle = 1;
      else if (PRODUCT.test(type)) s.ldProduct = 1;
      else if (LISTING.test(type)) s.ldListing = 1;
    }
    at = text.indexOf(TYPE, at + TYPE.length);
  }
}

function readMetas(document_: Document, s: HeadSignals): void {
  const metas = collectTag(document_, 'meta');
  for (let i = 0; i < 150; i++) {
    const meta = metas[i];
    if (meta === undefined) break;
    const name = (read(meta, 'property') || read(meta, 'name') || read(meta, 'itemprop')).toLowerCase();
    if (name === 'og:type') {
      if (/article|story|news|post|blog$/i.test(read(meta, 'content'))) s.ogArticle = 1;
      else s.ogOther = 1;
    } else if (name === 'generator') {
      if (GENERATOR.test(read(meta, 'content'))) s.generator = 1;
    } else if (/publish(?:ed|date|-date|_date|time)|pub-?date|datepublished|issued/.test(name))
      s.published = 1;
    else if (/price|product:|availability/.test(name)) s.shop = 1;
    else if (/modified|updated_time/.test(name)) s.modified = 1;
    else if (/author|creator$|byl/.test(name) && !name.startsWith('twitter')) s.author = 1;
  }
}

export function readHead(document_: Document): HeadSignals {
  const s: HeadSignals = {
    ldNews: 0,
    ldArticle: 0,
    ldListing: 0,
    ldProduct: 0,
    ldForum: 0,
    ogArticle: 0,
    ogOther: 0,
    published: 0,
    modified: 0,
    author: 0,
    amp: 0,
    titleListing: 0,
    generator: 0,
    shop: 0,
  };
  readMetas(document_, s);
  const title = collectTag(document_, 'title')[0];
  if (title !== undefined && TITLE_LISTING.test(title.textContent ?? '')) s.titleListing = 1;
  const links = collectTag(document_, 'link');
  for (let i = 0; i < 60; i++) {
    const link = links[i];
    if (link === undefined) break;
    if (read(link, 'rel') === 'amphtml') s.amp = 1;
  }
  const scripts = collectTag(document_, 'script');
  for (let i = 0; i < 200; i++) {
    const script = scripts[i];
    if (script === undefined) break;
    if (read(script, 'type').endsWith('ld+json')) readTypes(script.textContent ?? '', s);
  }
  return s;
}
