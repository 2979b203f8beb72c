import { findFirstIn } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';
import { ADDRESS_LIMIT } from '../../text/limits.ts';
import { routeOf, withoutPlace } from './address-route.ts';

/** Query parameters that say where the user came from and not what is shown. */
const TRACKERS =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|yclid|_hsenc|_hsmi|vero_id|oly_\w+|ns_\w+|cmpid|cmp|icid|ncid|xtor|ref_src|ref_url|s_cid|ito|ocid|smid|smtyp|spm|at_medium|at_campaign|at_link\w*|wt_mc|wt_zmc|guccounter|guce_\w+|__twitter_impression|share_id|trk|trkcampaign)$/i;

let longBase = { stated: '', short: '' };

/** A page with any number of links and an address as long as a book must not have each of them joined to it. */
function shorten(stated: string): string {
  if (stated.length <= ADDRESS_LIMIT) return stated;
  if (longBase.stated !== stated) {
    const { origin, pathname } = new URL(URL.canParse(stated) ? stated : 'about:blank');
    longBase = { stated, short: pathname.length > ADDRESS_LIMIT ? origin : origin + pathname };
  }
  return longBase.short;
}

/** `URL.parse` came with Chrome 126. */
const parseUrl: (address: string, base: string) => URL | null =
  typeof URL.parse === 'function'
    ? (address, base) => URL.parse(address, base)
    : (address, base) => (URL.canParse(address, base) ? new URL(address, base) : null);

/** @returns the absolute http(s) address, or null where it is none or longer than any that is kept */
export function absoluteUrl(address: string, base: string): string | null {
  const stated = address.length > ADDRESS_LIMIT ? '' : address.trim();
  const url = stated === '' ? null : parseUrl(stated, shorten(base));
  if (url === null) return null;
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return url.href.length > ADDRESS_LIMIT ? null : url.href;
}

/** The address that the links and pictures of a page count from: its own, unless a `base` says another. */
export function baseOf(document_: Document, url: string): string {
  const stated = findFirstIn(document_, 'base[href]');
  return (stated && absoluteUrl(attributeOf(stated, 'href'), url)) ?? url;
}

/** Takes parameters off an address, all at once: each time one is deleted the whole address is written anew. */
export function dropParameters(url: URL, isToGo: (name: string, value: string) => boolean): void {
  const kept = new URLSearchParams();
  let dropped = 0;
  // `forEach`, since Firefox's content scripts can't iterate over the iterators of the page's objects.
  url.searchParams.forEach((value, name) => {
    if (isToGo(name, value)) dropped++;
    else kept.append(name, value);
  });
  if (dropped > 0) url.search = kept.toString();
}

/** Takes the place in the page and the trackers off an address. */
export function stripTrackers(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(withoutPlace(address));
  dropParameters(url, (name) => TRACKERS.test(name));
  return url.href;
}

/** Whether two addresses are those of one document: all but the place in it. False where one is no address. */
export function isSameDocument(a: string, b: string): boolean {
  if (!URL.canParse(a) || !URL.canParse(b)) return false;
  return withoutPlace(new URL(a).href) === withoutPlace(new URL(b).href);
}

const bareHost = (host: string): string => host.replace(/^(?:www|m|mobile|amp|edition)\./, '');
const isFront = (url: URL): boolean => url.pathname === '/' || url.pathname === '';

/** The parts of a path that name one article: everything but decorations of AMP, print and page number. */
const articlePath = (url: URL): string =>
  decodePath(url.pathname)
    .toLowerCase()
    .replace(/(?:^|\/)amp(?=\/|$)|[./]amp(?:\.html)?$|\.html?$/g, '')
    // From the first of the last slashes on: looked for from each slash, a path of slashes costs the square of them.
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
 * `rel=canonical`, where it is a web address of a usual length.
 *
 * @param base as `baseOf` has it
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
 * The address to file the article under. `rel=canonical` goes stale in single-page apps and points home on broken
 * ones, so it counts only where it can mean this page. Whether another host's address may count at all is for
 * `settleAddress` to say, which knows who owns what.
 *
 * @param stated as `readStatedUrl` has it
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
  // What stands in the head of an application is the same for all that it shows.
  if (routeOf(here) !== routeOf(stated)) return here;
  const sameSite = bareHost(said.host) === bareHost(own.host);
  const samePath = articlePath(said) === articlePath(own);
  if (samePath || agrees(said, own)) return stated;
  // Another site that republishes has a path of its own; trust it only where the last name is kept.
  return sameSite && lastName(own) === '' ? stated : here;
}

/**
 * The address on another host that the page says is the original's; null where it says nothing of the kind.
 *
 * @param stated as `readStatedUrl` has it
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

/** What a file is called, without its ending; else the host. */
export function fileNameOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { pathname, hostname } = new URL(url);
  const name = decodePath(pathname.replace(/\/+$/, '')).split('/').pop() ?? '';
  return name.replace(/\.\w{1,5}$/, '') || hostname;
}

/** @returns the words of the longest slug of the path, or `''` where it has fewer than three */
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
