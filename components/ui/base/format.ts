import type { SavedPages } from '../../../utils/library/types.ts';
import type { Replacement } from '../../../utils/library/view-types.ts';
import type { Strings } from './strings.ts';

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Cached, because creating a formatter takes longer than rendering a row. */
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options)}`;
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dateFormats.set(key, format);
  return format;
}

/**
 * Formats a date in the user's language, as precisely as it is given: a year stays a year.
 *
 * @param date ISO 8601 string, or milliseconds since 1970
 * @returns `''` if it is invalid
 */
export function formatDate(date: string | number | null, locale: string): string {
  if (date === null || date === '') return '';
  const plain = typeof date === 'string' ? /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) : null;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric' };
  let when: Date;
  if (plain === null) {
    when = new Date(date);
    options.month = 'long';
    options.day = 'numeric';
  } else {
    // A date without time has no time zone; as UTC it would be the day before in America.
    when = new Date(Number(plain[1]), Number(plain[2] ?? '1') - 1, Number(plain[3] ?? '1'));
    if (plain[2] !== undefined) options.month = 'long';
    if (plain[3] !== undefined) options.day = 'numeric';
  }
  if (Number.isNaN(when.getTime())) return '';
  // “2026 р.”: no line break between the year and its letter.
  return dateFormat(locale, options)
    .format(when)
    .replace(/ (?=\p{L}\.$)/u, '\u00a0');
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Formats the days between two times, in milliseconds since 1970, in the user's language: “12 – 14 March 2026”. */
export function formatDays(from: number, to: number, locale: string): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' };
  return dateFormat(locale, options).formatRange(from, Math.max(from, to));
}

/**
 * Formats how long ago something was, in short form: “2h ago”, “yesterday”.
 *
 * @param then milliseconds since 1970
 * @param now the same
 * @returns null from a week on and for the future, where a date is clearer
 */
export function formatAgo(then: number, now: number, locale: string): string | null {
  const ago = now - then;
  // Two machines' clocks may differ a little.
  if (ago < -MINUTE || ago >= 7 * DAY) return null;
  const format = new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'auto' });
  if (ago < MINUTE) return format.format(0, 'second');
  if (ago < HOUR) return format.format(-Math.floor(ago / MINUTE), 'minute');
  // In hours on the same day or nearly: what was saved last night was not saved “0 days ago”.
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(then).setHours(0, 0, 0, 0)) / DAY);
  if (days === 0 || ago < 6 * HOUR) return format.format(-Math.floor(ago / HOUR), 'hour');
  return format.format(-days, 'day');
}

/** The end of a clause: punctuation of several scripts. */
const CLAUSE_END = /[.!?;:,—–،؛。、，！？；][”’"»]?(?=\s|$)|[。、，！？；]/gu;

/**
 * Shortens a text at the end of a clause.
 *
 * @param text the whole
 * @param limit maximum length (UTF-16)
 * @returns the text itself if it fits, otherwise its beginning with “…”
 */
export function cutAtClause(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let cut = -1;
  for (const match of text.matchAll(CLAUSE_END)) {
    const end = match.index + match[0].length;
    if (end > limit) break;
    cut = end;
  }
  // No clause ends in the second half: cut between words.
  if (cut < limit / 2) cut = text.lastIndexOf(' ', limit);
  // No spaces either, as in Chinese: do not split a surrogate pair.
  if (cut < limit / 2) cut = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit;
  // No full stop before the ellipsis; a closing quotation mark stays.
  return `${text.slice(0, cut).replace(/[\s.…。,;:—–،؛、，；]+([”’"»]?)$/u, '$1')}…`;
}

/** Up to two initials of a person: first and last name. Scripts without case give the first character. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  const letter = (word: string | undefined): string => (word === undefined ? '' : ([...word][0] ?? ''));
  return (letter(first) + letter(last)).toLocaleUpperCase();
}

/** The host of an address without `www.`; `''` if it is invalid. */
export function hostOf(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    // Not an address.
    return '';
  }
}

/** Formats a size in the user's language: 820 kB, 14 MB. */
export function formatBytes(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const amount = bytes / 1000 ** step;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && step > 0 ? 1 : 0,
  }).format(amount);
}

/** Says how a new text differs from the saved one: “Since you saved it on …: headline changed, 2 paragraphs added …”. */
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
  { t, count, number }: Pick<Strings, 't' | 'count' | 'number'>,
  pages: Pages,
): string {
  const { from, to, total } = pages;
  if (hasAllPages(pages)) return count('pagesAll', to);
  if (total === null)
    return from === to ? t('pagesOneOpen', number(to)) : t('pagesSomeOpen', number(from), number(to));
  return from === to
    ? t('pagesOne', number(to), number(total))
    : t('pagesSome', number(from), number(to), number(total));
}
