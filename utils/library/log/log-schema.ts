/**
 * What the database knows of its change log: a log of the library outside of IndexedDB, for the day on which the browser
 * takes its database for broken and deletes it.
 *
 *   a write of the library ──same transaction──▶ a note of its keys  (`note-writes.ts`)
 *     before it is confirmed ────────────────▶ a segment, a file     (`log-at-once.ts`)
 *   the background: notes that are left, and small segments put together (`keep-log.ts`, `compact-log.ts`)
 *   a new, empty database  ◀────────────────── every segment         (`restore-log.ts`)
 *
 * Numbers of notes and of segments are drawn from one counter, inside of transactions that exclude one another. A
 * segment's records are read after its number was drawn. So of two records with one key, the one in the segment with the
 * higher number is the newer one, whoever wrote them and however late the files came.
 */

/** What a transaction has changed. It goes as soon as a segment with its number, or a higher one, holds that. */
export interface LogNoteRow {
  /** Counts up for good; begins with the time, which is above all that was ever counted from one. */
  id: number;
  /** Notes of one transaction follow one another, and are taken together. */
  transaction: string;
  /** See `record-keys.ts`. */
  keys: readonly string[];
}

/** A record of a segment. */
export interface LogRecordRow {
  key: string;
  segment: number;
  /** Characters. */
  size: number;
  /** It says that what it was of is gone. */
  gone?: 1;
}

/** A segment whose records are all in `logRecords`. One that is at the place alone is a stray. */
export interface LogSegmentRow {
  id: number;
  bytes: number;
  /** Characters of its records, and of those that no higher segment has. */
  size: number;
  live: number;
}

/** Facts among the database's own: the log it writes, which gets its name when the database is made. */
export const LOG_ID_KEY = 'logId';

/** Why the log could not be written last: see `LogTrouble`; no row where it could. */
export const LOG_TROUBLE_KEY = 'logTrouble';
