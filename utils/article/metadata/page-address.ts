import { findFirstIn } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';
import { routeOf, stripFragment } from './address-route.ts';

/** Matches query parameters for tracking, which don't affect the content. */
const TRACKING_PARAMETER =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|yclid|_hsenc|_hsmi|vero_id|oly_\w+|ns_\w+|cmpid|cmp|icid|ncid|xtor|ref_src|ref_url|s_cid|ito|ocid|smid|smtyp|spm|at_medium|at_campaign|at_link\w*|wt_mc|wt_zmc|guccounter|guce_\w+|__twitter_impression|share_id|trk|trkcampaign)$/i;

let lastLongBase = { base: '', short: '' };

/** Shortens a very long base URL, because it would be parsed again for each link. Caches the last one. */
function shortenBase(base: string): string {
  if (base.length <= ADDRESS_LIMIT) return base;
  if (lastLongBase.base !== base) {
    const { origin, pathname } = new URL(URL.canParse(base) ? base : 'about:blank');
    lastLongBase = { base, short: pathname.length > ADDRESS_LIMIT ? origin : origin + pathname };
  }
  return lastLongBase.short;
}

/** `URL.parse` is missing in Chrome before version 126. */
const parseUrl: (url: string, base: string) => URL | null =
  typeof URL.parse === 'function'
    ? (address, base) => URL.parse(address, base)
    : (address, base) => (URL.canParse(address, base) ? new URL(address, base) : null);

/** @returns the absolute http(s) URL; null if it is invalid, too long or has another scheme */
export function absoluteUrl(url: string, base: string): string | null {
  const trimmed = url.length > ADDRESS_LIMIT ? '' : url.trim();
  const parsed = trimmed === '' ? null : parseUrl(trimmed, shortenBase(base));
  if (parsed === null) return null;
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null;
  return parsed.href.length > ADDRESS_LIMIT ? null : parsed.href;
}

/** The base URL of a page's links and images: that of the `base` element, or else the page's URL. */
export function baseUrlOf(document_: Document, url: string): string {
  const baseElement = findFirstIn(document_, 'base[href]');
  return (baseElement && absoluteUrl(attributeOf(baseElement, 'href'), url)) ?? url;
}

/** Removes query parameters in place. All at once, because each single deletion rewrites the whole URL. */
export function dropParameters(url: URL, shouldDrop: (name: string, value: string) => boolean): void {
  const remaining = new URLSearchParams();
  let droppedCount = 0;
  // `forEach`, because content scripts in Firefox can't use iterators of page objects.
  url.searchParams.forEach((value, name) => {
    if (shouldDrop(name, value)) droppedCount++;
    else remaining.append(name, value);
  });
  if (droppedCount > 0) url.search = remaining.toString();
}

/** Removes the fragment and tracking parameters. */
export function stripTrackingParameters(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(stripFragment(url));
  dropParameters(parsed, (name) => TRACKING_PARAMETER.test(name));
  return parsed.href;
}

/** Whether two URLs are the same except for the fragment (routes excepted). False if one is invalid. */
export function isSameDocument(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  return stripFragment(new URL(a).href) === stripFragment(new URL(b).href);
}

const bareHost = (host: string): string => host.replace(/^(?:www|m|mobile|amp|edition)\./, '');
const isFrontPage = (url: URL): boolean => url.pathname === '/' || url.pathname === '';

/** The part of a path that identifies an article, in lower case, without suffixes for AMP and HTML. */
const normalisePath = (url: URL): string =>
  decodePath(url.pathname)
    .toLowerCase()
    .replace(/(?:^|\/)amp(?=\/|$)|[./]amp(?:\.html)?$|\.html?$/g, '')
    // The lookbehind avoids quadratic time for a path of many slashes.
    .replace(/(?<!\/)\/+$/, '');

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/**
 * Reads `rel=canonical` and removes tracking parameters. Returns null if there is no valid URL.
 *
 * @param base the base URL of the page (`baseUrlOf`)
 */
export function readDeclaredUrl(
  document_: Document,
  url: string,
  base = baseUrlOf(document_, url),
): string | null {
  const link = findFirstIn(document_, 'link[rel~="canonical" i]');
  const declared = link === null ? null : absoluteUrl(attributeOf(link, 'href'), base);
  return declared === null || declared.length > ADDRESS_LIMIT ? null : stripTrackingParameters(declared);
}

/**
 * Chooses the URL under which the article is saved. `rel=canonical` is often outdated in single-page applications, or points to
 * the front page, so it is used only if it is likely to mean this page. URLs on other hosts are checked again by
 * `resolveCanonicalUrl`, which knows their owners.
 *
 * @param declared the result of `readDeclaredUrl`
 */
export function readCanonicalUrl(
  document_: Document,
  url: string,
  declared = readDeclaredUrl(document_, url),
): string {
  const pageUrl = stripTrackingParameters(url);
  if (declared === null || !URL.canParse(pageUrl)) return pageUrl;
  const pageParts = new URL(pageUrl);
  const declaredParts = new URL(declared);
  if (isFrontPage(declaredParts) && !isFrontPage(pageParts)) return pageUrl;
  // The head of a web application is the same for all of its routes.
  if (routeOf(pageUrl) !== routeOf(declared)) return pageUrl;
  const isSameSite = bareHost(declaredParts.host) === bareHost(pageParts.host);
  const isSamePath = normalisePath(declaredParts) === normalisePath(pageParts);
  if (isSamePath || hasSameNameOrId(declaredParts, pageParts)) return declared;
  // On the same site, it is used only if the path of this page has no name.
  return isSameSite && lastSegmentOf(pageParts) === '' ? declared : pageUrl;
}

/**
 * The URL on another host that the page declares as that of the original; null if there is none.
 *
 * @param declared the result of `readDeclaredUrl`
 */
export function readClaimedUrl(
  document_: Document,
  url: string,
  declared = readDeclaredUrl(document_, url),
): string | null {
  if (declared === null || !URL.canParse(url)) return null;
  const declaredParts = new URL(declared);
  return isFrontPage(declaredParts) || bareHost(declaredParts.host) === bareHost(new URL(url).host)
    ? null
    : declared;
}

const lastSegmentOf = (url: URL): string => normalisePath(url).split('/').pop() ?? '';
const longNumbersIn = (url: URL): string[] => url.href.match(/\d{5,}/g) ?? [];

function hasSameNameOrId(declaredParts: URL, pageParts: URL): boolean {
  if (lastSegmentOf(declaredParts) !== '' && lastSegmentOf(declaredParts) === lastSegmentOf(pageParts))
    return true;
  const ownNumbers = new Set(longNumbersIn(pageParts));
  return longNumbersIn(declaredParts).some((id) => ownNumbers.has(id));
}

/** Returns the file name in a URL without its extension, or else the host. */
export function fileNameOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { pathname, hostname } = new URL(url);
  const name = decodePath(pathname.replace(/\/+$/, '')).split('/').pop() ?? '';
  return name.replace(/\.\w{1,5}$/, '') || hostname;
}

/** @returns the words of the longest slug in the path, or `''` if it has fewer than three */
export function extractSlugWords(url: string): string {
  if (!URL.canParse(url)) return '';
  const parts = decodePath(new URL(url).pathname).split('/');
  const slug = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  const words = slug
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_+]+/)
    .filter((word) => /\p{L}/u.test(word));
  return words.length < 3 ? '' : words.join(' ');
}
