/** Share of a text from which it counts as read: to the end, but for a footer. */
export const DONE_AT = 0.95;

/** Share below which the user only had a look. */
export const STARTED_AT = 0.02;

/** Words a minute when reading on a screen (Brysbaert 2019: 238 for non-fiction in English). */
export const WORDS_PER_MINUTE = 238;

/** Minutes to read so many words, at least 1. */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}
