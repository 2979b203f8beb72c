/**
 * The database's index of its change log. The log is a copy of the library outside IndexedDB, from which the library is
 * restored if the browser considers its database corrupt and deletes it.
 *
 * 1. A write to the library records the keys of the changed rows in the outbox, in the same transaction
 *    (`record-writes.ts`).
 * 2. Before the write is confirmed, the rows are written to a segment, which is a file (`immediate-log-writer.ts`).
 * 3. The background writes any remaining changes, and merges small segments (`maintain-log.ts`, `compact-log.ts`).
 * 4. A new, empty database is restored from all segments (`restore-log.ts`).
 *
 * Outbox rows and segments are numbered by a single counter, in transactions that exclude each other. The records of a
 * segment are read after its number was allocated. Therefore, of two records with the same key, the one in the segment
 * with the higher number is newer, whoever wrote the files and when.
 */

/** Consumers of the outbox. `sync` counts only if it is set up. */
export type OutboxReader = 'log' | 'sync';

/** The keys that a transaction has changed. Deleted once all readers have processed them. */
export interface OutboxRow {
  /**
   * Ascending, never reused. The first id of a database is its creation time, so that ids are higher than those of an
   * earlier database. Transactions that write to the outbox exclude each other, so ids are in the order of the commits.
   */
  id: number;
  /** Id of the transaction. Its rows are consecutive, and are processed together. */
  transaction: string;
  /** Record keys; see `record-keys.ts`. */
  keys: readonly string[];
  /** Time of the write, in milliseconds since 1970. */
  at: number;
  /** Readers that have not processed the row yet. */
  due: readonly OutboxReader[];
}

/** The index entry of a record in a segment. */
export interface LogRecordRow {
  key: string;
  segment: number;
  /** Size in characters. */
  size: number;
  /** Set if the record is a tombstone. */
  gone?: 1;
}

/** A segment whose records are all in `logRecords`. A file without such a row is an unregistered segment. */
export interface LogSegmentRow {
  id: number;
  bytes: number;
  /**
   * Total size of its records (`size`), and of those that are not superseded by a higher segment (`live`), in
   * characters.
   */
  size: number;
  live: number;
}

/** Key in `meta`: the id of this database's log, assigned when the database is created. */
export const LOG_ID_KEY = 'logId';

/** Key in `meta`: why the last attempt to write the log failed (`LogError`). Not set after a success. */
export const LOG_ERROR_KEY = 'logTrouble';
