/** Validates values with a fixed syntax for exports. */

/** BCP 47: language, then script, region and variants; no extensions. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i;

/** The end of four-digit years; later dates have another notation. */
const LAST_YEAR = Date.UTC(9999, 11, 31);

/** The text direction, or null if it is invalid. */
export function outgoingDirection(dir: unknown): 'ltr' | 'rtl' | 'auto' | null {
  const folded = typeof dir === 'string' ? dir.trim().toLowerCase() : '';
  return folded === 'ltr' || folded === 'rtl' || folded === 'auto' ? folded : null;
}

/** A language tag, or null if it is invalid. */
export function outgoingLanguage(lang: unknown): string | null {
  return typeof lang === 'string' && LANGUAGE.test(lang) ? lang : null;
}

/**
 * A web address, normalised by the URL standard, without user name and password.
 *
 * @returns null for other addresses: `javascript:`, `data:`, `file:` …
 */
export function webAddress(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  return url.href;
}

/**
 * The address of a link, escaped according to RFC 3986. The URL standard allows characters that EPUB checkers reject:
 * braces, brackets, bars, a single per cent sign, a second `#`.
 *
 * @returns null if it is neither a web address nor `mailto:`
 */
export function strictAddress(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const url = new URL(address);
  const isMail = url.protocol === 'mailto:';
  if (!isMail && url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const encode = (part: string): string =>
    part.replace(/%(?![\da-f]{2})|[^\w\-.~:/?@!$&'()*+,;=%]/gi, (mark) => encodeURIComponent(mark));
  const start = isMail ? 'mailto:' : url.origin;
  const query = url.search === '' ? '' : `?${encode(url.search.slice(1))}`;
  const fragment = url.hash === '' ? '' : `#${encode(url.hash.slice(1))}`;
  return start + encode(url.pathname) + query + fragment;
}

/** Clamps a number; returns the minimum if it is not a number. */
export function outgoingNumber(value: unknown, least: number, most: number): number {
  return typeof value === 'number' && !Number.isNaN(value) ? Math.min(most, Math.max(least, value)) : least;
}

/** A time in ms since 1970, limited to four-digit years. */
export function outgoingTime(time: unknown): number {
  return Math.round(outgoingNumber(time, 0, LAST_YEAR));
}
