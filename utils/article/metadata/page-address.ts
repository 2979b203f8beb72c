import { findFirstIn } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';
import { routeOf, withoutPlace } from './address-route.ts';

/** Query parameters about the user's origin instead of the content. */
const TRACKERS =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|yclid|_hsenc|_hsmi|vero_id|oly_\w+|ns_\w+|cmpid|cmp|icid|ncid|xtor|ref_src|ref_url|s_cid|ito|ocid|smid|smtyp|spm|at_medium|at_campaign|at_link\w*|wt_mc|wt_zmc|guccounter|guce_\w+|__twitter_impression|share_id|trk|trkcampaign)$/i;

let longBase = { stated: '', short: '' };

/** Shortens very long base addresses, which would have to be joined with each of many links. */
function shorten(stated: string): string {
  if (stated.length <= ADDRESS_LIMIT) return stated;
  if (longBase.stated !== stated) {
    const { origin, pathname } = new URL(URL.canParse(stated) ? stated : 'about:blank');
    longBase = { stated, short: pathname.length > ADDRESS_LIMIT ? origin : origin + pathname };
  }
  return longBase.short;
}

/** `URL.parse` is available from Chrome 126. */
const parseUrl: (address: string, base: string) => URL | null =
  typeof URL.parse === 'function'
    ? (address, base) => URL.parse(address, base)
    : (address, base) => (URL.canParse(address, base) ? new URL(address, base) : null);

/** @returns the absolute http(s) address, or null if it is invalid or too long */
export function absoluteUrl(address: string, base: string): string | null {
  const stated = address.length > ADDRESS_LIMIT ? '' : address.trim();
  const url = stated === '' ? null : parseUrl(stated, shorten(base));
  if (url === null) return null;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return url.href.length > ADDRESS_LIMIT ? null : url.href;
}

/** The base address of a page's links and images: its own, unless a `base` element declares another. */
export function baseOf(document_: Document, url: string): string {
  const stated = findFirstIn(document_, 'base[href]');
  return (stated && absoluteUrl(attributeOf(stated, 'href'), url)) ?? url;
}

/** Removes parameters at once, because each single deletion rewrites the whole address. */
export function dropParameters(url: URL, isToGo: (name: string, value: string) => boolean): void {
  const kept = new URLSearchParams();
  let dropped = 0;
  // `forEach`, because Firefox's content scripts can't iterate over iterators of page objects.
  url.searchParams.forEach((value, name) => {
    if (isToGo(name, value)) dropped++;
    else kept.append(name, value);
  });
  if (dropped > 0) url.search = kept.toString();
}

/** Removes the fragment and tracking parameters. */
export function stripTrackers(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(withoutPlace(address));
  dropParameters(url, (name) => TRACKERS.test(name));
  return url.href;
}

/** Whether two addresses differ at most in their fragment. False if one is invalid. */
export function isSameDocument(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  return withoutPlace(new URL(a).href) === withoutPlace(new URL(b).href);
}

const bareHost = (host: string): string => host.replace(/^(?:www|m|mobile|amp|edition)\./, '');
const isFront = (url: URL): boolean => url.pathname === '/' || url.pathname === '';

/** The part of a path that identifies an article, without suffixes for AMP, print and page numbers. */
const articlePath = (url: URL): string =>
  decodePath(url.pathname)
    .toLowerCase()
    .replace(/(?:^|\/)amp(?=\/|$)|[./]amp(?:\.html)?$|\.html?$/g, '')
    // Anchored by the lookbehind, because a path of slashes would otherwise take quadratic time.
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
 * `rel=canonical`, if it is a web address of a usual length.
 *
 * @param base as `baseOf` returns it
 */
export function readStatedUrl(
  document_: Document,
  url: string,
  base = baseOf(document_, url),
): string | null {
  const link = findFirstIn(document_, 'link[rel~="canonical" i]');
  const stated = link === null ? null : absoluteUrl(attributeOf(link, 'href'), base);
  return stated === null || stated.length > ADDRESS_LIMIT ? null : stripTrackers(stated);
}

/**
 * The address under which the article is saved. `rel=canonical` is often stale in single-page applications and may point to
 * the front page, so it counts only if it can mean this page. Addresses of other hosts are decided by `settleAddress`, which
 * knows their owners.
 *
 * @param stated as `readStatedUrl` returns it
 */
export function readCanonicalUrl(
  document_: Document,
  url: string,
  stated = readStatedUrl(document_, url),
): string {
  const here = stripTrackers(url);
  if (stated === null || !URL.canParse(here)) return here;
  const own = new URL(here);
  const said = new URL(stated);
  if (isFront(said) && !isFront(own)) return here;
  // The head of an application is the same for all of its routes.
  if (routeOf(here) !== routeOf(stated)) return here;
  const sameSite = bareHost(said.host) === bareHost(own.host);
  const samePath = articlePath(said) === articlePath(own);
  if (samePath || agrees(said, own)) return stated;
  // Sites that republish have other paths; they are trusted only if the last segment is the same.
  return sameSite && lastName(own) === '' ? stated : here;
}

/**
 * The address on another host that the page declares as the original's; null if there is none.
 *
 * @param stated as `readStatedUrl` returns it
 */
export function readClaimedUrl(
  document_: Document,
  url: string,
  stated = readStatedUrl(document_, url),
): string | null {
  if (stated === null || !URL.canParse(url)) return null;
  const said = new URL(stated);
  return isFront(said) || bareHost(said.host) === bareHost(new URL(url).host) ? null : stated;
}

const lastName = (url: URL): string => articlePath(url).split('/').pop() ?? '';
const numbers = (url: URL): string[] => url.href.match(/\d{5,}/g) ?? [];

function agrees(said: URL, own: URL): boolean {
  if (lastName(said) !== '' && lastName(said) === lastName(own)) return true;
  const mine = new Set(numbers(own));
  return numbers(said).some((id) => mine.has(id));
}

/** The name of a file without its extension, or else the host. */
export function fileNameOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { pathname, hostname } = new URL(url);
  const name = decodePath(pathname.replace(/\/+$/, '')).split('/').pop() ?? '';
  return name.replace(/\.\w{1,5}$/, '') || hostname;
}

/** @returns the words of the longest slug in the path, or `''` if it has fewer than three */
export function slugWords(url: string): string {
  if (!URL.canParse(url)) return '';
  const parts = decodePath(new URL(url).pathname).split('/');
  const slug = parts.reduce((best, part) => (part.length > best.length ? part : best), '');
  const words = slug
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_+]+/)
    .filter((word) => /\p{L}/u.test(word));
  return words.length < 3 ? '' : words.join(' ');
}
