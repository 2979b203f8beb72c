/**
 * Which engine this is, as a number that every saved article keeps beside its quotes. To be raised by one with whatever
 * has articles read otherwise than before: words of a language, trees, taggers, rules. What was saved by a lower one is
 * then read again in the background; see `library/jobs/reread.ts`. It reads a whole library: once for a release will do.
 */
export const QUOTES_VERSION = 1;
