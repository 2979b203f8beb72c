/** The rows of sync: the record of each synced item, and the state of this device. Empty if sync is not set up. */
import type { Field, Json, Stamp } from '../sync/merge/stamp.ts';

/** The sync record of an article, a list, a tag …, with a timestamp for each field. */
export interface SyncRecordRow {
  /** The same on every device; reveals nothing by itself (a keyed hash). */
  key: string;
  /** See `KINDS` in `sync/format/segment-file.ts`. */
  kind: string;
  /** Kind and primary key of the item's row in this library; `''` while there is none. */
  local: string;
  fields: Record<string, Field>;
  /** The tombstone: the timestamp of the deletion, or null. */
  gone: Stamp | null;
  /** Unsent fields, which are not in the remote store yet; `''` stands for `gone`. */
  fresh: string[];
  /**
   * By field, what this library stores instead of a value that this version does not support; see `findSubstitutes`.
   */
  shown?: Readonly<Record<string, Json>>;
  /** Set while `fresh` is not empty. */
  dirty?: 1;
  /** Picture fields that the remote store has lost, to be sent again when pictures may be transferred. */
  held?: string[];
  /** The remote text could not be read yet, so its absence is not a change by the user. */
  lacksText?: 1;
  /** Since when files are known to be missing from the remote store, in milliseconds since 1970. */
  lackedAt?: number;
  /** The remote store has a text or pictures for it that are missing locally. */
  wants?: 1;
  /**
   * Set if the server could not deliver some of them: when that began, and the last attempt, in milliseconds since
   * 1970.
   */
  ungiven?: { since: number; triedAt: number };
}

/** A value of this device's sync state, by name; see `sync/engine/sync-state.ts`. */
export interface SyncStateRow {
  key: string;
  value: unknown;
}

/** A file in the remote store that no record refers to. It is deleted after every device has been informed. */
export interface SyncGarbageRow {
  /** Without folder and extension. */
  name: string;
  /** The number of this device's segment that announces it; 0 until it is sent. */
  number: number;
}
