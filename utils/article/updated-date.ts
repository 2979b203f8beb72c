/** Minimum time between publication and an update, in ms. Pages declare each change, and there are many on the first day. */
const MIN_UPDATE_DELAY_MS = 86_400_000;

/** The dates of an article, in ISO 8601 with the same precision as on the page. */
export interface ArticleDates {
  publishedAt: string | null;
  /** Missing if only the publication is known, as in exports of other services. */
  modifiedAt?: string | null | undefined;
}

/**
 * Returns the date of modification if it is at least a day after publication, or if the date of publication is unknown.
 *
 * @returns ISO 8601; null if there is no such date
 */
export function findUpdateDate({ publishedAt, modifiedAt }: ArticleDates): string | null {
  if (modifiedAt === null || modifiedAt === undefined) return null;
  const updated = Date.parse(modifiedAt);
  if (Number.isNaN(updated)) return null;
  const published = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  return Number.isNaN(published) || updated - published >= MIN_UPDATE_DELAY_MS ? modifiedAt : null;
}
