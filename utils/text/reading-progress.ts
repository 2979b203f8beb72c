/** Minimum progress at which an article counts as read, 0–1; the rest may be a footer. */
export const READ_THRESHOLD = 0.95;

/** Minimum progress at which an article counts as started, 0–1. */
export const STARTED_THRESHOLD = 0.02;

/** Average reading speed (Brysbaert 2019, for non-fiction in English). */
export const WORDS_PER_MINUTE = 238;

/** Estimated reading time in minutes, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
