/**
 * Version of the quote engine, stored with each saved article's quotes. Increase it by one after any change that makes
 * articles read differently: words of a language, trees, taggers, rules. Articles saved by a lower version are then
 * reread in the background; see `library/jobs/reread.ts`. Since that rereads a whole library, once per release is
 * enough.
 */
export const QUOTES_VERSION = 1;
