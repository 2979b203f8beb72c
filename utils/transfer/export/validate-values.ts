/** Validates values with a fixed syntax for exports. */

/** BCP 47: language, then script, region and variants; no extensions. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i;

/** The last day with a four-digit year; ISO 8601 needs another notation for later years. */
const MAX_TIME = Date.UTC(9999, 11, 31);

/** Returns a text direction, or null if it is invalid. */
export function validateDirection(dir: unknown): 'ltr' | 'rtl' | 'auto' | null {
  const normalised = typeof dir === 'string' ? dir.trim().toLowerCase() : '';
  return normalised === 'ltr' || normalised === 'rtl' || normalised === 'auto' ? normalised : null;
}

/** Returns a language tag, or null if it is invalid. */
export function validateLanguage(lang: unknown): string | null {
  return typeof lang === 'string' && LANGUAGE_TAG.test(lang) ? lang : null;
}

/**
 * Normalises a web address (WHATWG URL) and removes user name and password.
 *
 * @returns null for other addresses: `javascript:`, `data:`, `file:` …
 */
export function toWebAddress(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  return url.href;
}

/**
 * Escapes the URL of a link according to RFC 3986. The URL standard allows characters that EPUB checkers reject:
 * braces, brackets, bars, a single per cent sign, a second `#`.
 *
 * @returns null if it is neither a web address nor `mailto:`
 */
export function toStrictUrl(address: unknown): string | null {
  if (typeof address !== 'string' || !URL.canParse(address)) return null;
  const url = new URL(address);
  const isMail = url.protocol === 'mailto:';
  if (!isMail && url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const encode = (part: string): string =>
    part.replace(/%(?![\da-f]{2})|[^\w\-.~:/?@!$&'()*+,;=%]/gi, (character) => encodeURIComponent(character));
  const origin = isMail ? 'mailto:' : url.origin;
  const query = url.search === '' ? '' : `?${encode(url.search.slice(1))}`;
  const fragment = url.hash === '' ? '' : `#${encode(url.hash.slice(1))}`;
  return origin + encode(url.pathname) + query + fragment;
}

/** Clamps a number; returns the minimum if it is not a number. */
export function clampNumber(value: unknown, min: number, max: number): number {
  return typeof value === 'number' && !Number.isNaN(value) ? Math.min(max, Math.max(min, value)) : min;
}

/** Clamps a Unix timestamp in ms to the years 1970–9999. */
export function clampTime(time: unknown): number {
  return Math.round(clampNumber(time, 0, MAX_TIME));
}
