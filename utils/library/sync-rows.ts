/** Rows of the sync tables: one record per synced item, and the state of this device. Empty unless sync is set up. */
import type { Field, Json, Stamp } from '../sync/merge/stamp.ts';

/** The sync record of an article, a list, a tag …, with a timestamp for each field. */
export interface SyncRecordRow {
  /** The same on every device. A keyed hash, so that it reveals nothing about the item. */
  key: string;
  /** See `KINDS` in `sync/format/segment-file.ts`. */
  kind: string;
  /** Kind and primary key of the item's row in this library; `''` if there is no such row. */
  local: string;
  fields: Record<string, Field>;
  /** Timestamp of the deletion, which makes this record a tombstone; null if the item exists. */
  gone: Stamp | null;
  /** Names of the fields whose values are not in the remote store yet; `''` stands for `gone`. */
  fresh: string[];
  /**
   * By field: the substitute that this library stores for a value that this version does not support; see
   * `findSubstitutes`.
   */
  shown?: Readonly<Record<string, Json>>;
  /** Set if `fresh` is not empty. Used as an index. */
  dirty?: 1;
  /**
   * Picture fields whose files are missing from the remote store. They are sent again once pictures may be transferred.
   */
  held?: string[];
  /**
   * Set if the remote text could not be read yet, so that its absence here is not mistaken for a change by the user.
   */
  lacksText?: 1;
  /** When files were first found to be missing from the remote store, in milliseconds since 1970. */
  lackedAt?: number;
  /** Set if the remote store has a text or pictures that are missing locally. Used as an index. */
  wants?: 1;
  /**
   * Set if the server could not deliver some of the missing files: when that was first noticed, and when it was last
   * tried, in milliseconds since 1970.
   */
  ungiven?: { since: number; triedAt: number };
}

/** A named value of this device's sync state; see `sync/engine/sync-state.ts`. */
export interface SyncStateRow {
  key: string;
  value: unknown;
}

/** A file in the remote store that no record refers to. It is deleted once every device has learned of that. */
export interface SyncGarbageRow {
  /** File name without folder and extension. */
  name: string;
  /** The number of the segment by which this device announces the deletion; 0 until it is sent. */
  number: number;
}
