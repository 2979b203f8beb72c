/** Features of an address; booleans are 0 or 1. */
export interface AddressFeatures {
  slugWords: number;
  urlId: number;
  urlDate: number;
  urlFront: number;
  urlListing: number;
  urlSearch: number;
  urlForum: number;
  /** A word that is used for forums, and by newspapers for a section. */
  urlCommunity: number;
  urlProduct: number;
  urlReference: number;
  urlArticle: number;
}

const END = '(?:[/.-]|$)';
/** Matches names of path segments (or their first words), given as `a|b|c`. */
const segment = (names: string): RegExp => new RegExp(`(?:^|[/.])(?:${names})s?${END}`, 'i');

const LISTING = segment(
  'tag|categor(?:y|ie)|topic|author|user|profile|latest|index|directory|job|career|event|course|about|contact|privacy|term|login|signup|list|hub|in-the-news',
);
const SEARCH = /[?&](?:q|s|query|search|keyword)=|\/(?:search|suche|recherche|buscar)(?:[/.?]|$)/i;
const FORUM = segment('forum|thread|viewtopic|showthread|board');
/** Only in the host or at the beginning of the path: further on it may be a section. */
const COMMUNITY =
  /^(?:[^/]*\.)?(?:discussion|community|question|t|r|topic|group|talk)s?\.|^[^/]+\/(?:discussion|community|question|t|r|topic|group|talk)s?(?:[/.]|$)/i;
const PRODUCT = segment('product|product-review|dp|item|itm|sku');
/** In the last segment such words may begin a headline ("buy-wisely"). */
const SHOP = /[/.](?:shop|buy|store)s?(?:[/.]|$)/i;
const SHOP_PART = /[/.](?:shop|buy|store)s?-/i;
const REFERENCE = segment('doc|help|support|developer|api|wiki|man|documentation|reference|manual|faq');
const ARTICLE = segment(
  'article|storie|story|new|blog|post|opinion|interview|artikel|politic|sport|world|business|press-release|nachrichten|noticia|actualite|wiadomosci',
);
const DATE = /\/(?:19|20)\d\d[/-]?(?:0?[1-9]|1[0-2])(?:[/-]|\b)|(?:19|20)\d\d-?[01]\d-?[0-3]\d/;

/** A page number after the rest of the path. */
const PAGE_NUMBER = /(?:\/page)?[/-]\d{1,2}\/?$|\/amp\/?$/;

const bit = (value: boolean): number => (value ? 1 : 0);

/** Looks for the digit first, because otherwise long names would be tried from each letter. */
const ID_PARAMETER = /[?&](?=\w+=\d\d)\w*(?:id|p|no|idx|code|art)/i;

/** Limit of a path and of a query that are read, in UTF-16 units. */
const MAX_READ = 4000;

/** The beginning of a word with letters in a slug. */
const SLUG_WORD = /(?:^|[-_])\d*[^-_\d]/g;
const wordsIn = (part = ''): number => part.match(SLUG_WORD)?.length ?? 0;

/** @param url the page's address; an invalid one counts as a front page */
export function readAddress(url: string): AddressFeatures {
  const address = new URL(URL.canParse(url) ? url : 'about:blank');
  const { host } = address;
  const search = address.search.slice(0, MAX_READ);
  const pathname = address.pathname.slice(0, MAX_READ).replace(PAGE_NUMBER, '');
  const parts = pathname.split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  const whole = host + pathname;
  return {
    slugWords: Math.max(wordsIn(last), wordsIn(parts.at(-2))),
    urlDate: bit(DATE.test(pathname)),
    urlId: bit(/\d{5,}/.test(pathname) || ID_PARAMETER.test(search)),
    urlFront: bit(
      parts.length === 0 || (parts.length === 1 && last.length < 12 && search === '' && !/[-_\d]/.test(last)),
    ),
    urlListing: bit(LISTING.test(pathname)),
    urlSearch: bit(SEARCH.test(pathname + search)),
    urlForum: bit(FORUM.test(whole)),
    urlCommunity: bit(COMMUNITY.test(whole)),
    urlProduct: bit(
      PRODUCT.test(pathname) ||
        SHOP.test(pathname) ||
        SHOP_PART.test(pathname.slice(0, pathname.lastIndexOf('/'))),
    ),
    urlReference: bit(REFERENCE.test(whole)),
    urlArticle: bit(ARTICLE.test(pathname)),
  };
}
