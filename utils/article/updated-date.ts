/** A page states the moment of each save; within a day that is the making of the article, not an update. Milliseconds. */
const MIN_LATER = 86_400_000;

/** What an article says of when it was written. ISO 8601, as precise as the page states it. */
export interface ArticleDates {
  publishedAt: string | null;
  /** Absent where only publication is known, as in exports of other services. */
  modifiedAt?: string | null | undefined;
}

/**
 * When an article was updated, if that is at least a day after its publication or if nothing else is known.
 *
 * @returns ISO 8601, or null for an article that has not been updated as far as is known
 */
export function updatedDate({ publishedAt, modifiedAt }: ArticleDates): string | null {
  if (modifiedAt === null || modifiedAt === undefined) return null;
  const updated = Date.parse(modifiedAt);
  if (Number.isNaN(updated)) return null;
  const published = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  return Number.isNaN(published) || updated - published >= MIN_LATER ? modifiedAt : null;
}
