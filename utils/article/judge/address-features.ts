/** Features of a URL; booleans are 0 or 1. */
export interface AddressFeatures {
  slugWords: number;
  urlId: number;
  urlDate: number;
  urlFront: number;
  urlListing: number;
  urlSearch: number;
  urlForum: number;
  /** A word that can be a forum, or a section of a newspaper. */
  urlCommunity: number;
  urlProduct: number;
  urlReference: number;
  urlArticle: number;
}

const END = '(?:[/.-]|$)';
/** Returns a pattern for path segments with these names (`a|b|c`), also in the plural, or with more words after them. */
const createSegmentPattern = (names: string): RegExp => new RegExp(`(?:^|[/.])(?:${names})s?${END}`, 'i');

const LISTING = createSegmentPattern(
  'tag|categor(?:y|ie)|topic|author|user|profile|latest|index|directory|job|career|event|course|about|contact|privacy|term|login|signup|list|hub|in-the-news',
);
const SEARCH = /[?&](?:q|s|query|search|keyword)=|\/(?:search|suche|recherche|buscar)(?:[/.?]|$)/i;
const FORUM = createSegmentPattern('forum|thread|viewtopic|showthread|board');
/** Matches only in the host or at the beginning of the path, because further on it can be a section. */
const COMMUNITY =
  /^(?:[^/]*\.)?(?:discussion|community|question|t|r|topic|group|talk)s?\.|^[^/]+\/(?:discussion|community|question|t|r|topic|group|talk)s?(?:[/.]|$)/i;
const PRODUCT = createSegmentPattern('product|product-review|dp|item|itm|sku');
/** `SHOP_PART` is not tested on the last segment, where it can be the beginning of a headline ("buy-wisely"). */
const SHOP = /[/.](?:shop|buy|store)s?(?:[/.]|$)/i;
const SHOP_PART = /[/.](?:shop|buy|store)s?-/i;
const REFERENCE = createSegmentPattern(
  'doc|help|support|developer|api|wiki|man|documentation|reference|manual|faq',
);
const ARTICLE = createSegmentPattern(
  'article|storie|story|new|blog|post|opinion|interview|artikel|politic|sport|world|business|press-release|nachrichten|noticia|actualite|wiadomosci',
);
const DATE = /\/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]|\b)|(?:19|20)\d\d-?[01]\d-?[0-3]\d/;

/** Matches a page number or `amp` at the end of a path. */
const PAGE_NUMBER = /(?:\/page)?[/-]\d{1,2}\/?$|\/amp\/?$/;

const toNumber = (value: boolean): number => (value ? 1 : 0);

/** The lookahead makes it fast: without it, long names would be tried from each letter. */
const ID_PARAMETER = /[?&](?=\w+=\d\d)\w*(?:id|p|no|idx|code|art)/i;

/** Maximum length of the path and of the query that is read, in UTF-16 code units. */
const MAX_READ_LENGTH = 4000;

/** Matches the beginning of a word with a letter in a slug. */
const SLUG_WORD = /(?:^|[-_])\d*[^-_\d]/g;
const countSlugWords = (part = ''): number => part.match(SLUG_WORD)?.length ?? 0;

/** @param url the page's URL; an invalid one counts as a front page */
export function readAddressFeatures(url: string): AddressFeatures {
  const parsedUrl = new URL(URL.canParse(url) ? url : 'about:blank');
  const { host } = parsedUrl;
  const search = parsedUrl.search.slice(0, MAX_READ_LENGTH);
  const pathname = parsedUrl.pathname.slice(0, MAX_READ_LENGTH).replace(PAGE_NUMBER, '');
  const parts = pathname.split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  const hostAndPath = host + pathname;
  return {
    slugWords: Math.max(countSlugWords(last), countSlugWords(parts.at(-2))),
    urlDate: toNumber(DATE.test(pathname)),
    urlId: toNumber(/\d{5,}/.test(pathname) || ID_PARAMETER.test(search)),
    urlFront: toNumber(
      parts.length === 0 || (parts.length === 1 && last.length < 12 && search === '' && !/[-_\d]/.test(last)),
    ),
    urlListing: toNumber(LISTING.test(pathname)),
    urlSearch: toNumber(SEARCH.test(pathname + search)),
    urlForum: toNumber(FORUM.test(hostAndPath)),
    urlCommunity: toNumber(COMMUNITY.test(hostAndPath)),
    urlProduct: toNumber(
      PRODUCT.test(pathname) ||
        SHOP.test(pathname) ||
        SHOP_PART.test(pathname.slice(0, pathname.lastIndexOf('/'))),
    ),
    urlReference: toNumber(REFERENCE.test(hostAndPath)),
    urlArticle: toNumber(ARTICLE.test(pathname)),
  };
}
