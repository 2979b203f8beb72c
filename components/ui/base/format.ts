import type { SavedPages } from '../../../utils/library/types.ts';
import type { Replacement } from '../../../utils/library/view-types.ts';
import type { Strings } from './strings.ts';

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Caches formatters, because creating one takes longer than rendering a row. */
function getDateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options)}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}

/**
 * Formats a date in the user's language, as precisely as it is given: a year stays a year.
 *
 * @param date an ISO 8601 string or a Unix timestamp in ms
 * @returns `''` if the date is null or invalid
 */
export function formatDate(date: string | number | null, locale: string): string {
  if (date === null || date === '') return '';
  const dateOnly = typeof date === 'string' ? /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) : null;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric' };
  let parsed: Date;
  if (dateOnly === null) {
    parsed = new Date(date);
    options.month = 'long';
    options.day = 'numeric';
  } else {
    // Parse dates without a time in the local time zone: in UTC, they would be the previous day in America.
    parsed = new Date(Number(dateOnly[1]), Number(dateOnly[2] ?? '1') - 1, Number(dateOnly[3] ?? '1'));
    if (dateOnly[2] !== undefined) options.month = 'long';
    if (dateOnly[3] !== undefined) options.day = 'numeric';
  }
  if (Number.isNaN(parsed.getTime())) return '';
  // No line break between the year and an abbreviation, as in “2026 р.”
  return getDateFormat(locale, options)
    .format(parsed)
    .replace(/ (?=\p{L}\.$)/u, '\u00a0');
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Formats a range of days in the user's language: “12 – 14 March 2026”. `from` and `to` are Unix timestamps in ms. */
export function formatDateRange(from: number, to: number, locale: string): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' };
  return getDateFormat(locale, options).formatRange(from, Math.max(from, to));
}

/**
 * Formats a past time relative to now, in short form: “2h ago”, “yesterday”.
 *
 * @param time Unix timestamp in ms
 * @param now the current time (Unix timestamp in ms)
 * @returns null for times a week or more ago and for future times, for which a date is clearer
 */
export function formatRelativeTime(time: number, now: number, locale: string): string | null {
  const elapsed = now - time;
  // The clocks of two devices may differ slightly.
  if (elapsed < -MINUTE_MS || elapsed >= 7 * DAY_MS) return null;
  const format = new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'auto' });
  if (elapsed < MINUTE_MS) return format.format(0, 'second');
  if (elapsed < HOUR_MS) return format.format(-Math.floor(elapsed / MINUTE_MS), 'minute');
  // Calendar days, so that last night is “yesterday”; but hours on the same day and for less than 6 hours.
  const days = Math.round(
    (new Date(now).setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / DAY_MS,
  );
  if (days === 0 || elapsed < 6 * HOUR_MS) return format.format(-Math.floor(elapsed / HOUR_MS), 'hour');
  return format.format(-days, 'day');
}

/** Matches punctuation of several scripts that ends a clause, with a closing quotation mark. */
const CLAUSE_END = /[.!?;:,—–،؛。、，！？；][”’"»]?(?=\s|$)|[。、，！？；]/gu;

/**
 * Truncates a text, preferably at the end of a clause.
 *
 * @param text the text to truncate
 * @param limit maximum length in UTF-16 code units, without the “…”
 * @returns the text itself if it fits, otherwise its beginning and “…”
 */
export function truncateAtClause(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let cut = -1;
  for (const match of text.matchAll(CLAUSE_END)) {
    const end = match.index + match[0].length;
    if (end > limit) break;
    cut = end;
  }
  // If no clause ends in the second half, cut between words.
  if (cut < limit / 2) cut = text.lastIndexOf(' ', limit);
  // Text without spaces, such as Chinese, is cut anywhere except within a surrogate pair.
  if (cut < limit / 2) cut = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  // No full stop before the ellipsis; a closing quotation mark stays.
  return `${text.slice(0, cut).replace(/[\s.…。,;:—–،؛、，；]+([”’"»]?)$/u, '$1')}…`;
}

/** Returns the initials of a name's first and last word, in upper case if the script has case. */
export function getInitials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const firstCharacter = (word: string | undefined): string =>
    word === undefined ? '' : ([...word][0] ?? '');
  return (firstCharacter(first) + firstCharacter(last)).toLocaleUpperCase();
}

/** Returns the host of an address without `www.`; `''` if the address is invalid. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    return '';
  }
}

/** Formats a size in the user's language: 820 kB, 14 MB. */
export function formatBytes(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const unitIndex = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const amount = bytes / 1000 ** unitIndex;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[unitIndex] ?? 'byte',
    unitDisplay: unitIndex === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && unitIndex > 0 ? 1 : 0,
  }).format(amount);
}

/** Describes how a new version differs from the saved one: “Since you saved it on …: headline changed, …”. */
export function describeReplacement(
  { t, count, locale }: Strings,
  { savedAt, changes: { title, added, removed, changed } }: Replacement,
): string {
  const parts = [
    title ? t('newerHeadline') : '',
    added > 0 ? count('newerAdded', added) : '',
    removed > 0 ? count('newerRemoved', removed) : '',
    changed > 0 ? count('newerChanged', changed) : '',
  ].filter(Boolean);
  const list = new Intl.ListFormat(locale, { type: 'unit' }).format(parts);
  return t('newerSince', formatDate(savedAt, locale), list);
}

type Pages = Omit<SavedPages, 'hashes'>;

export const hasAllPages = ({ from, next }: Pages): boolean => from === 1 && next === null;

/** Describes which pages of an article are saved: “pages 1–3 of 5”, “5 pages”. */
export function describePages(
  { t, count, formatNumber }: Pick<Strings, 't' | 'count' | 'formatNumber'>,
  pages: Pages,
): string {
  const { from, to, total } = pages;
  if (hasAllPages(pages)) return count('pagesAll', to);
  if (total === null)
    return from === to
      ? t('pagesOneOpen', formatNumber(to))
      : t('pagesSomeOpen', formatNumber(from), formatNumber(to));
  return from === to
    ? t('pagesOne', formatNumber(to), formatNumber(total))
    : t('pagesSome', formatNumber(from), formatNumber(to), formatNumber(total));
}
