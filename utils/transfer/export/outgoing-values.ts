/** Values that have rules of their own, on their way out of the library: whatever a row holds, a file holds the rule. */

/** BCP 47: language, then script, region and variants; no extensions. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,4}$/i;

/** Years of four digits end: dates of more are written in a way of their own. */
const LAST_YEAR = Date.UTC(9999, 11, 31);

/** Which way text runs, or null where that is not said. */
export function outgoingDirection(dir: unknown): 'ltr' | 'rtl' | 'auto' | null {
  const folded = typeof dir === 'string' ? dir.trim().toLowerCase() : '';
  return folded === 'ltr' || folded === 'rtl' || folded === 'auto' ? folded : null;
}

/** A language tag, or null where it is none. */
export function outgoingLanguage(lang: unknown): string | null {
  return typeof lang === 'string' && LANGUAGE.test(lang) ? lang : null;
}

/**
 * The address of a page on the web, normalised by the URL standard and without anybody's name and password.
 *
 * @returns null where it is none: `javascript:`, `data:`, `file:` …
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
 * The address of a link as RFC 3986 has it. The URL standard lets marks stand that checkers of books refuse: braces,
 * brackets, bars, a lone per cent sign, a second `#`.
 *
 * @returns null where it is no address of the web or of a mailbox
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

/** A number between two others; the first where it is no number. */
export function outgoingNumber(value: unknown, least: number, most: number): number {
  return typeof value === 'number' && !Number.isNaN(value) ? Math.min(most, Math.max(least, value)) : least;
}

/** A moment that can be written as a date of four digits, in ms since 1970. */
export function outgoingMoment(time: unknown): number {
  return Math.round(outgoingNumber(time, 0, LAST_YEAR));
}
