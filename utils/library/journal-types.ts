/**
 * Rows and facts of the second copy: a journal of the library outside of IndexedDB, for the day on which the browser
 * takes its database for broken and deletes it.
 *
 *   a write of the library ──same transaction──▶ journalDue          (`journal-marks.ts`)
 *   the background         ──────────────────▶ a segment, a file     (`journal-write.ts`)
 *   a new, empty database  ◀────────────────── every segment         (`journal-restore.ts`)
 */

/** What has changed and is not in the journal yet. */
export interface JournalDueRow {
  /** See `journal-keys.ts`. */
  key: string;
  /** Another one with each transaction: tells whether it changed again while it was being written. */
  token: string;
}

/** Where the newest record of a key is. */
export interface JournalKeyRow {
  key: string;
  segment: number;
  /** Its share of the segment, in bytes. */
  bytes: number;
  /** What it was of is gone: the record says that, until no older one can be left. */
  gone: boolean;
}

/** A file of the journal. */
export interface JournalSegmentRow {
  /** Counts up for good: of two records with one key, the one in the later segment holds. */
  id: number;
  bytes: number;
  /** Keys whose newest record is in it, and their shares of its bytes. */
  keys: number;
  live: number;
}

/** Files of one journal. Names are the segments' numbers. */
export interface JournalFiles {
  list(): Promise<number[]>;
  read(segment: number): Promise<Uint8Array<ArrayBuffer>>;
  /** All of it or nothing. */
  write(segment: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(segment: number): Promise<void>;
}

/** Every journal on this disk, by the id of the database it belongs to. */
export interface JournalDisk {
  list(): Promise<string[]>;
  open(id: string): Promise<JournalFiles>;
  remove(id: string): Promise<void>;
}
