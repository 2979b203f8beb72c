import { firstOf } from '../../page/collect-tag.ts';

/** What the head and the structured data say of the page; booleans are 0 or 1. */
export interface HeadFeatures {
  ldNews: number;
  ldArticle: number;
  ldListing: number;
  ldProduct: number;
  ldForum: number;
  ogArticle: number;
  ogOther: number;
  published: number;
  titleListing: number;
  shop: number;
  ldAuthor: number;
  ldDate: number;
  readingTime: number;
  titleAsks: number;
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
  /\b(?:archives?|category|forums?|documentation|docs|log ?in|sign ?in|privacy|terms of|services?|pricing|shop|buy|careers|latest|all (?:news|posts)|in the news|search results|community|wiki|home ?page|official site|companies|solutions|price)\b/i;
const TITLE_ASKS =
  /^\s*(?:how|why|what|when|who|where|is|are|can|does|should|which|wie|warum|wieso|pourquoi|cómo|qué|perché|jak)\b|\b(?:guide|tips|reasons|ways|best|review|vs|tutorial|ideas|explained)\b/i;

const read = (element: HTMLMetaElement | HTMLScriptElement, name: string): string =>
  element.getAttribute(name) ?? '';

function readData(text: string, features: HeadFeatures): void {
  if (text.includes('"author"')) features.ldAuthor = 1;
  if (text.includes('"datePublished"')) features.ldDate = 1;
  let at = text.indexOf(TYPE);
  for (let i = 0; at >= 0 && i < MOST_TYPES; i++) {
    for (const [, type = ''] of text
      .slice(at + TYPE.length, at + TYPE.length + 70)
      .split(/[\]}]|",\s*"\w+":/, 1)[0]
      ?.matchAll(/"(?:https?:\/\/schema\.org\/)?(\w+)"/g) ?? []) {
      if (FORUM.test(type)) features.ldForum = 1;
      else if (NEWS.test(type)) features.ldNews = 1;
      else if (ARTICLE.test(type)) features.ldArticle = 1;
      else if (PRODUCT.test(type)) features.ldProduct = 1;
      else if (LISTING.test(type)) features.ldListing = 1;
    }
    at = text.indexOf(TYPE, at + TYPE.length);
  }
}

function readMetas(document_: Document, features: HeadFeatures): void {
  for (const meta of firstOf(document_, 'meta', 150)) {
    const name = (read(meta, 'property') || read(meta, 'name') || read(meta, 'itemprop')).toLowerCase();
    if (name === 'og:type') {
      if (/article|story|news|post|blog$/i.test(read(meta, 'content'))) features.ogArticle = 1;
      else features.ogOther = 1;
    } else if (/publish(?:ed|date|-date|_date|time)|pub-?date|datepublished|issued/.test(name))
      features.published = 1;
    else if (/price|product:|availability/.test(name)) features.shop = 1;
    else if (name.startsWith('twitter:label')) features.readingTime = 1;
  }
}

export function readHead(document_: Document): HeadFeatures {
  const features: HeadFeatures = {
    ldNews: 0,
    ldArticle: 0,
    ldListing: 0,
    ldProduct: 0,
    ldForum: 0,
    ogArticle: 0,
    ogOther: 0,
    published: 0,
    titleListing: 0,
    shop: 0,
    ldAuthor: 0,
    ldDate: 0,
    readingTime: 0,
    titleAsks: 0,
  };
  readMetas(document_, features);
  const title = firstOf(document_, 'title', 1)[0]?.textContent ?? '';
  if (TITLE_LISTING.test(title)) features.titleListing = 1;
  if (TITLE_ASKS.test(title)) features.titleAsks = 1;
  for (const script of firstOf(document_, 'script', 200))
    if (read(script, 'type').endsWith('ld+json')) readData(script.textContent ?? '', features);
  return features;
}
