import { attributeOf, findAllIn } from './dom-access.ts';
import { toIsoDate } from './read-dates.ts';
import type { Metadata } from './read-metadata.ts';
import type { PrintedDate } from './read-visible-byline.ts';

const DAY = 86_400_000;

/**
 * Weighs what the page's data say against what it prints by the headline. Templates fill the data, editors the line:
 * where the two differ by days, the reader's line wins, unless it only tells of an update.
 *
 * @returns ISO 8601 or null
 */
export function publishedDate(
  metadata: Metadata,
  printed: PrintedDate | null,
  document_: Document,
): string | null {
  const stated = metadata.publishedAt;
  if (stated !== null) {
    if (printed === null) return stated;
    const apart = Math.abs(Date.parse(printed.date) - Date.parse(stated));
    return apart > 2 * DAY && !printed.isUpdate ? printed.date : stated;
  }
  if (printed !== null) return printed.date;
  const times = findAllIn(document_, 'time[datetime], [itemprop="datePublished"]');
  if (times.length === 0 || times.length > 4) return metadata.modifiedAt;
  const dates = times.map((time) => toIsoDate(attributeOf(time, 'datetime') || attributeOf(time, 'content')));
  return dates.find((date) => date !== null) ?? metadata.modifiedAt;
}
