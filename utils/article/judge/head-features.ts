import { getElementsByTag } from '../../page/get-elements-by-tag.ts';
import { kindOfType } from './schema-types.ts';

/** Features of the head and the structured data; booleans are 0 or 1. */
export interface HeadFeatures {
  ldNews: number;
  ldArticle: number;
  ldListing: number;
  ldProduct: number;
  ldForum: number;
  ogArticle: number;
  published: number;
  titleListing: number;
  shop: number;
  ldAuthor: number;
  readingTime: number;
  titleAsks: number;
  /** Whether there is an AMP version, which hardly any other pages have. */
  amp: number;
  /** Whether a previous or next page is declared, as in lists and books. */
  inSequence: number;
}

/** Matches a type, or a list of types, in JSON-LD. */
const TYPE = /"@type"\s*:\s*(?:"([^"]{1,99})"|\[([^\]]{1,299})\])/g;
/** Limits for what is read. Later types belong to nested parts. */
const MAX_TYPES = 40;
const MAX_METAS = 150;
const MAX_LINKS = 150;
const MAX_SCRIPTS = 200;
const PUBLISHED = /publish(?:ed|date|-date|_date|time)|pub-?date|datepublished|issued/i;
const PRICE = /price|product:|availability/i;
const ARTICLE_TYPE = /article|story|news|post|blog$/i;
const TITLE_LISTING =
  /\b(?:archives?|category|forums?|documentation|log ?in|sign ?in|privacy|terms of|services?|careers|all (?:news|posts)|in the news|search results|community|wiki|home ?page|official site)\b/i;
/** Maximum number of words in a title part that names a listing. Longer ones are headlines, such as "Community mourns …". */
const MAX_LISTING_WORDS = 5;
const TITLE_PARTS = /\s[|–—·•»:-]+\s|[|»]|:\s/;
const TITLE_ASKS =
  /^\s*(?:how|why|what|when|who|where|is|are|can|does|should|which|wie|warum|wieso|pourquoi|cómo|qué|perché|jak)\b|\b(?:guide|tips|reasons|ways|best|review|vs|tutorial|ideas|explained)\b/i;

function recordType(type: string, features: HeadFeatures): void {
  switch (kindOfType(type)) {
    case 'news':
      features.ldNews = 1;
      break;
    case 'article':
      features.ldArticle = 1;
      break;
    case 'product':
      features.ldProduct = 1;
      break;
    case 'listing':
      features.ldListing = 1;
      break;
    case 'forum':
      features.ldForum = 1;
  }
}

function readJsonLd(text: string, features: HeadFeatures): void {
  if (text.includes('"author"')) features.ldAuthor = 1;
  TYPE.lastIndex = 0;
  for (let i = 0; i < MAX_TYPES; i++) {
    const found = TYPE.exec(text);
    if (found === null) break;
    const [, single, list] = found;
    if (single !== undefined) recordType(single, features);
    else for (const type of list?.split('"') ?? []) recordType(type, features);
  }
}

function readMetas(document_: Document, features: HeadFeatures): void {
  const metas = getElementsByTag(document_, 'meta');
  for (let i = 0; i < MAX_METAS; i++) {
    const meta = metas[i];
    if (!meta) break;
    const name =
      meta.getAttribute('property') || meta.getAttribute('name') || meta.getAttribute('itemprop') || '';
    if (name === 'og:type') {
      if (ARTICLE_TYPE.test(meta.getAttribute('content') ?? '')) features.ogArticle = 1;
    } else if (name.startsWith('twitter:')) {
      if (name.startsWith('twitter:label')) features.readingTime = 1;
    } else if (PUBLISHED.test(name)) features.published = 1;
    else if (PRICE.test(name)) features.shop = 1;
  }
}

function readLinks(document_: Document, features: HeadFeatures): void {
  const links = getElementsByTag(document_, 'link');
  for (let i = 0; i < MAX_LINKS; i++) {
    const link = links[i];
    if (!link) break;
    const rel = link.getAttribute('rel');
    if (rel === 'amphtml') features.amp = 1;
    else if (rel === 'next' || rel === 'prev') features.inSequence = 1;
  }
}

function readScripts(document_: Document, features: HeadFeatures): void {
  const scripts = getElementsByTag(document_, 'script');
  for (let i = 0; i < MAX_SCRIPTS; i++) {
    const script = scripts[i];
    if (!script) break;
    if (script.getAttribute('type')?.endsWith('ld+json')) readJsonLd(script.textContent ?? '', features);
  }
}

export function readHeadFeatures(document_: Document): HeadFeatures {
  const features: HeadFeatures = {
    ldNews: 0,
    ldArticle: 0,
    ldListing: 0,
    ldProduct: 0,
    ldForum: 0,
    ogArticle: 0,
    published: 0,
    titleListing: 0,
    shop: 0,
    ldAuthor: 0,
    readingTime: 0,
    titleAsks: 0,
    amp: 0,
    inSequence: 0,
  };
  readMetas(document_, features);
  readLinks(document_, features);
  readScripts(document_, features);
  const title = getElementsByTag(document_, 'title')[0]?.textContent ?? '';
  const names = title
    .split(TITLE_PARTS)
    .filter((part) => part.trim().split(/\s+/).length <= MAX_LISTING_WORDS);
  if (names.some((part) => TITLE_LISTING.test(part))) features.titleListing = 1;
  if (TITLE_ASKS.test(title)) features.titleAsks = 1;
  return features;
}
