/** Minimum delay in ms of an update: pages state the time of each save, and within a day the article is still being written. */
const MIN_LATER = 86_400_000;

/** The dates of an article. ISO 8601, with the precision of the page. */
export interface ArticleDates {
  publishedAt: string | null;
  /** Absent if only the publication is known, as in exports of other services. */
  modifiedAt?: string | null | undefined;
}

/**
 * The date of an update at least a day after publication, or the only known date.
 *
 * @returns ISO 8601, or null if there is no such update
 */
export function updatedDate({ publishedAt, modifiedAt }: ArticleDates): string | null {
  if (modifiedAt === null || modifiedAt === undefined) return null;
  const updated = Date.parse(modifiedAt);
  if (Number.isNaN(updated)) return null;
  const published = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  return Number.isNaN(published) || updated - published >= MIN_LATER ? modifiedAt : null;
}
