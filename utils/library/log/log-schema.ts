/**
 * The database's index of its change log. The log is a copy of the library outside of IndexedDB, for the case that the
 * browser considers its database broken and deletes it.
 *
 * A write of the library records its keys in the outbox, in the same transaction (`record-writes.ts`). Before the write is
 * confirmed, its rows are written to a segment, which is a file (`immediate-log-writer.ts`). The background writes the remaining
 * changes and merges small segments (`maintain-log.ts`, `compact-log.ts`). A new, empty database is restored from all
 * segments (`restore-log.ts`).
 *
 * The rows of the outbox and segments are numbered by one counter, in transactions that exclude each other. A segment's
 * records are read after its number was drawn. So of two records with the same key, the one in the segment with the
 * higher number is newer, regardless of who wrote the files and when.
 */

/** `sync` reads only if it is set up. */
export type OutboxReader = 'log' | 'sync';

/** The keys that a transaction has changed. Deleted once every reader has processed it. */
export interface OutboxRow {
  /**
   * Ascending, never reused. Starts with the current time, which is above all earlier numbers. Transactions that write
   * to the outbox exclude each other, so the numbers have the order of the commits.
   */
  id: number;
  /** The rows of one transaction are consecutive, and are processed together. */
  transaction: string;
  /** See `record-keys.ts`. */
  keys: readonly string[];
  /** When the user's action was written, in milliseconds since 1970. */
  at: number;
  /** The readers that have not processed it yet. */
  due: readonly OutboxReader[];
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
