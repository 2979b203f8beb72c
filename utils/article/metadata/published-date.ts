import { findAllIn } from '../../page/dom-access.ts';
import { attributeOf, closestTo } from '../../page/element-access.ts';
import { type DayOrder, dayOrderOf } from './day-order.ts';
import { toIsoDate } from './read-dates.ts';
import type { Metadata } from './read-metadata.ts';
import type { PrintedDate } from './read-printed-date.ts';

const DAY = 86_400_000;
/** Two statements of one date, in two time zones or a day after it was written. */
const SAME = 2 * DAY;
/** What is printed is older than the data by more than this where the data tell when the page was made. */
const CLEARLY_OLDER = 7 * DAY;

const isNear = (one: string, other: string): boolean => Math.abs(Date.parse(one) - Date.parse(other)) <= SAME;

/** Templates that fill in the present moment fill in that of the last change as well, or say nothing of one. */
const mayBeBuildDate = (stated: string, changed: string | null): boolean =>
  changed === null || isNear(stated, changed) || Date.parse(stated) > Date.parse(changed);

/**
 * Weighs what the page's data say against what it prints by the headline. What was written for machines can be read in
 * one way only, so it counts; unless it is plainly when the page was made, with an older date in print.
 *
 * @returns ISO 8601, or null for a page that names no day
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
 * The date of the last change. What the page prints counts before what its data say: they often tell when a template was
 * changed. The data are more precise where both name the same day.
 *
 * @param printed ISO 8601, as the page prints it
 * @returns ISO 8601, or null where there is none, or it is before publication
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

/** More of them are those of other stories, or of comments. */
const MOST_TIMES = 4;
const ELSEWHERE = 'a, li, nav, aside, footer, [class*="comment" i], [class*="related" i]';

/** A date that is marked as one, somewhere outside of lists and links. */
function markedDate(document_: Document, order: DayOrder): string | null {
  const times = findAllIn(document_, 'time[datetime], [itemprop="datePublished"]');
  if (times.length > MOST_TIMES) return null;
  const found = times
    .filter((time) => closestTo(time, ELSEWHERE) === null)
    .map((time) => toIsoDate(attributeOf(time, 'datetime') || attributeOf(time, 'content'), order));
  return found.find((date) => date !== null) ?? null;
}

/** Many papers file what they publish by the day: `/2025/03/04/`, `/2025-03-04-`. */
function dateInAddress(url: string): string | null {
  const day = /\/((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_-])/.exec(
    url.replace(/[?#].*$/, ''),
  );
  return day === null ? null : toIsoDate(`${day[1]}-${day[3]}-${day[4]}`);
}
