/** Progress from which an article counts as read; the rest may be a footer. */
export const DONE_AT = 0.95;

/** Progress below which an article does not count as started. */
export const STARTED_AT = 0.02;

/** Average reading speed (Brysbaert 2019, for non-fiction in English). */
export const WORDS_PER_MINUTE = 238;

/** Estimated reading time in minutes, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
