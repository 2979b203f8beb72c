import { findAllIn } from '../../page/dom-access.ts';
import { attributeOf, findClosest } from '../../page/element-access.ts';
import { type DayOrder, dayOrderOf } from './day-order.ts';
import { toIsoDate } from './read-dates.ts';
import type { Metadata } from './read-metadata.ts';
import type { PrintedDate } from './read-printed-date.ts';

const DAY = 86_400_000;
/** Tolerance for the same date in two time zones or a day after writing. */
const SAME = 2 * DAY;
/** Minimum difference with which a printed date is older than data that give the build date. */
const CLEARLY_OLDER = 7 * DAY;

const isNear = (one: string, other: string): boolean => Math.abs(Date.parse(one) - Date.parse(other)) <= SAME;

/** Templates that insert the current time do so for the modification as well, or state none. */
const mayBeBuildDate = (stated: string, changed: string | null): boolean =>
  changed === null || isNear(stated, changed) || Date.parse(stated) > Date.parse(changed);

/**
 * Chooses between the page's data and the date printed by the headline. Data are unambiguous and count, unless they are
 * plainly the build date and the printed date is older.
 *
 * @returns ISO 8601, or null if the page has no date
 */
export function publishedDate(
  metadata: Metadata,
  printed: PrintedDate | null,
  document_: Document,
  url: string,
): string | null {
  const [stated] = metadata.publishedDates;
  const readings = printed === null ? [] : [printed.date, printed.otherwise].filter((date) => date !== null);
  if (stated !== undefined) {
    if (printed === null || printed.isUpdate) return stated;
    const agreed = metadata.publishedDates.find((date) => readings.some((reading) => isNear(date, reading)));
    if (agreed !== undefined) return agreed;
    const isOlder = readings.every((reading) => Date.parse(stated) - Date.parse(reading) > CLEARLY_OLDER);
    return isOlder && mayBeBuildDate(stated, metadata.modifiedAt) ? printed.date : stated;
  }
  const filed = dateInAddress(url);
  if (printed !== null)
    return (filed === null ? undefined : readings.find((date) => isNear(date, filed))) ?? printed.date;
  return markedDate(document_, dayOrderOf(metadata.lang, url)) ?? filed;
}

/**
 * The date of the last modification. A printed one is preferred, because data often give the template's; for the same day,
 * data are more precise.
 *
 * @param printed ISO 8601, as the page prints it
 * @returns ISO 8601, or null if there is none or it is before publication
 */
export function modifiedDate(
  { modifiedAt: stated }: Metadata,
  printed: string | null,
  published: string | null,
): string | null {
  const isStated = stated !== null && (printed === null || isNear(stated, printed));
  const date = isStated ? stated : printed;
  if (date === null || published === null) return date;
  return Date.parse(date) < Date.parse(published) ? null : date;
}

/** Maximum number of `time` elements; more belong to other stories or comments. */
const MAX_TIMES = 4;
const ELSEWHERE = 'a, li, nav, aside, footer, [class*="comment" i], [class*="related" i]';

/** A date in a `time` element outside of lists and links. */
function markedDate(document_: Document, order: DayOrder): string | null {
  const times = findAllIn(document_, 'time[datetime], [itemprop="datePublished"]');
  if (times.length > MAX_TIMES) return null;
  const found = times
    .filter((time) => findClosest(time, ELSEWHERE) === null)
    .map((time) => toIsoDate(attributeOf(time, 'datetime') || attributeOf(time, 'content'), order));
  return found.find((date) => date !== null) ?? null;
}

/** The date in addresses such as `/2025/03/04/` and `/2025-03-04-`. */
function dateInAddress(url: string): string | null {
  const day = /\/((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_-])/.exec(
    url.replace(/[?#].*$/, ''),
  );
  return day === null ? null : toIsoDate(`${day[1]}-${day[3]}-${day[4]}`);
}
