import { findAllIn } from '../../page/dom-access.ts';
import { attributeOf } from '../../page/element-access.ts';
import { toIsoDate } from './read-dates.ts';
import type { Metadata } from './read-metadata.ts';
import type { PrintedDate } from './read-printed-date.ts';

const DAY = 86_400_000;

const isNear = (one: string, other: string): boolean =>
  Math.abs(Date.parse(one) - Date.parse(other)) <= 2 * DAY;

/**
 * Weighs what the page's data say against what it prints by the headline. Templates fill the data, editors the line:
 * where the two differ by days, the printed line wins, unless it only tells of an update.
 *
 * @returns ISO 8601 or null
 */
export function publishedDate(
  metadata: Metadata,
  printed: PrintedDate | null,
  document_: Document,
  url: string,
): string | null {
  const [stated] = metadata.publishedDates;
  if (stated !== undefined) {
    if (printed === null || printed.isUpdate) return stated;
    const agreed = metadata.publishedDates.find((date) => isNear(date, printed.date));
    if (agreed !== undefined) return agreed;
    // Some templates print the day of the last change and don't say so.
    return metadata.modifiedAt !== null && isNear(printed.date, metadata.modifiedAt) ? stated : printed.date;
  }
  if (printed !== null) return printed.date;
  const times = findAllIn(document_, 'time[datetime], [itemprop="datePublished"]');
  const marked =
    times.length > 4
      ? []
      : times.map((time) => attributeOf(time, 'datetime') || attributeOf(time, 'content'));
  const found = marked.map(toIsoDate).find((date) => date !== null);
  return found ?? dateInAddress(url) ?? metadata.modifiedAt;
}

/** Many papers file what they publish by the day: `/2025/03/04/`, `/2025-03-04-`. */
function dateInAddress(url: string): string | null {
  const day = /\/((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_-])/.exec(
    url.replace(/[?#].*$/, ''),
  );
  return day === null ? null : toIsoDate(`${day[1]}-${day[3]}-${day[4]}`);
}
