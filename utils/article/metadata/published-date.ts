import { findAllIn } from '../../page/dom-access.ts';
import { attributeOf, findClosest } from '../../page/element-access.ts';
import { type DayOrder, determineDayOrder } from './day-order.ts';
import { toIsoDate } from './read-dates.ts';
import type { Metadata } from './read-metadata.ts';
import type { PrintedDate } from './read-printed-date.ts';

const DAY_MS = 86_400_000;
/** Tolerance (ms) for the same date, because of time zones and publication on the next day. */
const SAME_DATE_MS = 2 * DAY_MS;
/** Minimum difference (ms) between a printed date and a later one in the metadata, which may be a build date. */
const MIN_OLDER_MS = 7 * DAY_MS;

const isNear = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) <= SAME_DATE_MS;

/** Whether a date may be the build date. Templates that insert it also use it as the date of modification, or have none. */
const mayBeBuildDate = (declared: string, modified: string | null): boolean =>
  modified === null || isNear(declared, modified) || Date.parse(declared) > Date.parse(modified);

/**
 * Chooses between the date in the metadata and the date printed near the headline. The former is unambiguous and preferred,
 * unless it is probably the build date and the printed date is much older.
 *
 * @returns the date in ISO 8601, or null if the page has none
 */
export function choosePublishedDate(
  metadata: Metadata,
  printed: PrintedDate | null,
  document_: Document,
  url: string,
): string | null {
  const [declared] = metadata.publishedDates;
  const readings =
    printed === null ? [] : [printed.date, printed.alternative].filter((date) => date !== null);
  if (declared !== undefined) {
    if (printed === null || printed.isUpdate) return declared;
    const matching = metadata.publishedDates.find((date) =>
      readings.some((reading) => isNear(date, reading)),
    );
    if (matching !== undefined) return matching;
    const isOlder = readings.every((reading) => Date.parse(declared) - Date.parse(reading) > MIN_OLDER_MS);
    return isOlder && mayBeBuildDate(declared, metadata.modifiedAt) ? printed.date : declared;
  }
  const dateInUrl = readDateInUrl(url);
  if (printed !== null)
    return (
      (dateInUrl === null ? undefined : readings.find((date) => isNear(date, dateInUrl))) ?? printed.date
    );
  return readTimeElement(document_, determineDayOrder(metadata.lang, url)) ?? dateInUrl;
}

/**
 * Chooses the date of the last modification. A printed date is preferred, because metadata often has that of the template. If
 * both are close, the one in the metadata is more precise.
 *
 * @param printed the date printed on the page (ISO 8601), or null
 * @param published the date of publication (ISO 8601), or null
 * @returns the date in ISO 8601; null if there is none, or if it is before publication
 */
export function chooseModifiedDate(
  { modifiedAt: declared }: Metadata,
  printed: string | null,
  published: string | null,
): string | null {
  const isDeclared = declared !== null && (printed === null || isNear(declared, printed));
  const date = isDeclared ? declared : printed;
  if (date === null || published === null) return date;
  return Date.parse(date) < Date.parse(published) ? null : date;
}

/** Maximum number of `time` elements on the page; more belong to other articles or comments. */
const MAX_TIMES = 4;
const OTHER_CONTENT = 'a, li, nav, aside, footer, [class*="comment" i], [class*="related" i]';

/** Returns the date in the first `time` element outside of lists and links, or null. */
function readTimeElement(document_: Document, order: DayOrder): string | null {
  const times = findAllIn(document_, 'time[datetime], [itemprop="datePublished"]');
  if (times.length > MAX_TIMES) return null;
  const found = times
    .filter((time) => findClosest(time, OTHER_CONTENT) === null)
    .map((time) => toIsoDate(attributeOf(time, 'datetime') || attributeOf(time, 'content'), order));
  return found.find((date) => date !== null) ?? null;
}

/** Returns the date in a URL such as `/2025/03/04/` or `/2025-03-04-`, or null. */
function readDateInUrl(url: string): string | null {
  const day = /\/((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_-])/.exec(
    url.replace(/[?#].*$/, ''),
  );
  return day === null ? null : toIsoDate(`${day[1]}-${day[3]}-${day[4]}`);
}
