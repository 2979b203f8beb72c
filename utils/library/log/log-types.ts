/**
 * Rows and facts of the second copy: a journal of the library outside of IndexedDB, for the day on which the browser
 * takes its database for broken and deletes it.
 *
 *   a write of the library ──same transaction──▶ journalDue          (`journal-marks.ts`)
 *     before it is confirmed ────────────────▶ a segment, a file     (`journal-now.ts`)
 *   the background: what is still due, and small segments put together (`journal-write.ts`, `journal-compact.ts`)
 *   a new, empty database  ◀────────────────── every segment         (`journal-restore.ts`)
 */

/** What has changed and is not in the journal yet. */
export interface JournalDueRow {
  /** See `journal-keys.ts`; of a batch, see `journal-due.ts`. */
  key: string;
  /** Another one with each transaction: tells whether it changed again while it was being written. */
  token: string;
  /** All that a batch stands for. */
  keys?: readonly string[];
}

/** Where the newest record of a key is. */
export interface JournalKeyRow {
  key: string;
  segment: number;
  /** Its share of the segment, in bytes. */
  bytes: number;
  /** What it was of is gone: the record says that, until no older one can be left. */
  gone: boolean;
  /** Segments that may hold other records of the key. Some of them may be gone meanwhile. */
  others?: readonly number[];
}

/** A file of the journal. */
export interface JournalSegmentRow {
  /** Counts up for good: of two records with one key, the one in the later segment holds. */
  id: number;
  bytes: number;
  /** Keys whose newest record is in it, and their shares of its bytes. */
  keys: number;
  live: number;
  /** It holds something that was deleted for good: it is rewritten without that, and removed, as soon as can be. */
  shred?: true;
}

/** Files of one journal. Names are the segments' numbers. */
export interface JournalFiles {
  list(): Promise<number[]>;
  read(segment: number): Promise<Uint8Array<ArrayBuffer>>;
  /** All of it or nothing. The bytes may still be on their way. */
  write(segment: number, bytes: PromiseLike<Uint8Array<ArrayBuffer>>): Promise<void>;
  remove(segment: number): Promise<void>;
  /** The file of an import; null where it is not kept. */
  file(importId: string): Promise<Blob | null>;
  /** All of it or nothing. */
  keepFile(importId: string, file: Blob): Promise<void>;
  dropFile(importId: string): Promise<void>;
}

/** Every journal on this disk, by the id of the database it belongs to. */
export interface JournalDisk {
  list(): Promise<string[]>;
  open(id: string): Promise<JournalFiles>;
  remove(id: string): Promise<void>;
}
