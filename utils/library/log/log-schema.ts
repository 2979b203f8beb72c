/**
 * The database's index of its change log. The log is a copy of the library outside of IndexedDB, for the case that the
 * browser considers its database broken and deletes it.
 *
 * A write of the library adds a note of its keys in the same transaction (`note-writes.ts`). Before the write is
 * confirmed, its rows are written to a segment, which is a file (`log-at-once.ts`). The background writes the remaining
 * notes and merges small segments (`keep-log.ts`, `compact-log.ts`). A new, empty database is restored from all
 * segments (`restore-log.ts`).
 *
 * Notes and segments are numbered by one counter, in transactions that exclude each other. A segment's records are read
 * after its number was drawn. So of two records with the same key, the one in the segment with the higher number is
 * newer, regardless of who wrote the files and when.
 */

/**
 * The keys that a transaction has changed. Deleted once a segment with the same or a higher number contains the
 * changes.
 */
export interface LogNoteRow {
  /** Ascending, never reused. Starts with the current time, which is above all earlier numbers. */
  id: number;
  /** The notes of one transaction are consecutive, and are processed together. */
  transaction: string;
  /** See `record-keys.ts`. */
  keys: readonly string[];
}

/** The index entry of a record in a segment. */
export interface LogRecordRow {
  key: string;
  segment: number;
  /** In characters. */
  size: number;
  /** The record is a tombstone. */
  gone?: 1;
}

/** A segment whose records are all in `logRecords`. A file without such a row is unregistered (a stray). */
export interface LogSegmentRow {
  id: number;
  bytes: number;
  /** Size of its records in characters, and of those that are not superseded by a higher segment. */
  size: number;
  live: number;
}

/** A value in `meta`: the id of this database's log, assigned when the database is created. */
export const LOG_ID_KEY = 'logId';

/** A value in `meta`: why the log could not be written last (`LogTrouble`); not set after a success. */
export const LOG_ERROR_KEY = 'logTrouble';
