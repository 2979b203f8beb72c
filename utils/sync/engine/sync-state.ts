/** The state of sync on this device, which is stored in rows of `syncState`. */
import { clearDueForSync } from '../../library/log/outbox.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { ExpectedSegments, KeyedRecord, ReadPositions } from '../format/segment-file.ts';
import { EMPTY_RECORD, mergeRecords } from '../merge/record.ts';
import type { DeviceId, Stamp } from '../merge/stamp.ts';
import type { SyncFailure, SyncPictures } from '../sync-types.ts';

/**
 * The configuration of sync. The library's key and the remote store's password are stored only here, and never in a log or
 * a backup.
 */
export interface SyncConfig {
  /** The library's id in its manifest. */
  library: string;
  /** When the library was created, in milliseconds since 1970. */
  begunAt: number;
  /** The library's key. */
  identity: string;
  /** This device's id. */
  device: DeviceId;
  deviceName: string;
  /** The configuration of the remote store, and its label for the user. */
  place: { kind: string; [setting: string]: string };
  placeLabel: string;
  pictures: SyncPictures;
  isPaused: boolean;
}

/** A segment of this device in the remote store. */
export interface SentSegment {
  number: number;
  bytes: number;
  /** The `mark` in its head. */
  mark: string;
  /** When it was written, in milliseconds since 1970. */
  at: number;
}

/** The state of this device's log. */
export interface OwnLog {
  /** The last reserved number. Numbers are reserved before their file is written, so that none is used twice. */
  number: number;
  sent: SentSegment[];
  /**
   * The numbers of obsolete segments, which may still be in the remote store: those that were never recorded as written,
   * and those that were merged or replaced.
   */
  loose: number[];
  /** When the last segment was written, in milliseconds since 1970. */
  wroteAt: number;
  /** The read positions in the head of the last segment. */
  said: ReadPositions;
}

/** The state of another device's log. */
export interface OtherLog {
  /** The user's name for the device. */
  name: string;
  /** When the newest segment that we have read was written, by the device's clock, in milliseconds since 1970. */
  at: number;
  /** How far the device had read the other logs, according to that segment. */
  seen: ReadPositions;
  /** The segments that should exist in the remote store, according to that segment. */
  live: ExpectedSegments;
  /** The number of that segment. */
  newest: number;
  /** The numbers of the segments that we have read, and that exist or should exist in the remote store. */
  read: number[];
  /** The number up to which all of its segments have been read. */
  upTo: number;
}

/** A file that could not be read: when this first happened, and the last attempt, in milliseconds since 1970. */
export interface RetryState {
  since: number;
  triedAt: number;
}

/** The result of the last runs. */
export interface SyncStatus {
  /** When a run last succeeded, in milliseconds since 1970. */
  syncedAt: number | null;
  /** Why the last run failed; null if it succeeded. */
  trouble: SyncFailure | null;
  /** Number of unreadable files of other devices. */
  unreadable: number;
  /** Number of missing segments of other devices that this device has never read; see `missing-segments.ts`. */
  missing: number;
}

/** The values of the rows, by their keys. */
export interface SyncStateValues {
  config: SyncConfig;
  /**
   * A copy of the library's key, encrypted with the passphrase, and when the file in the remote store was last checked,
   * in milliseconds since 1970.
   */
  sealed: { file: Uint8Array<ArrayBuffer>; at: number };
  /**
   * Missing segments of other devices, and when each was first missed, in milliseconds since 1970; see
   * `missing-segments.ts`.
   */
  gaps: Record<DeviceId, Record<number, number>>;
  /** The latest stamp of this device's clock. */
  clock: Stamp;
  /**
   * The progress of the scan of the whole library: the index of the current table, and the last key in it. `first` is how
   * sync was just set up; stamps then have the times that are stored in rows.
   */
  walk: { table: number; last: string | null; first?: 'begin' | 'join' };
  /** Pictures were not recorded, because they could not be transferred at that time; a new scan is needed. */
  skipped: boolean;
  /** Some records have pictures that are held back until they may be transferred; see `holdBackPictures`. */
  held: boolean;
  own: OwnLog;
  /** Former ids of this device whose logs have not been taken over yet; see `remove-device.ts`. */
  formerIds: DeviceId[];
  /** When segments of this device were last verified, in milliseconds since 1970, and the number of the last one. */
  checked: { at: number; number: number };
  /** The logs of the other devices. */
  others: Record<DeviceId, OtherLog>;
  /** Deferred removals of tags; see `deferTagRemovals`. */
  tagsGone: KeyedRecord[];
  /**
   * Fields of deleted records that are later than the deletion, by record key. They take effect if a segment that has not
   * been read yet restores the record; see `applyPendingFields`.
   */
  late: Record<string, KeyedRecord>;
  /** Unreadable segments of other devices, by name. */
  unreadable: Record<string, RetryState>;
  /** When the server last refused to delete a file, in milliseconds since 1970. */
  refusedAt: number;
  /** Logs that this device has taken over: the numbers of segments that still have to be deleted. */
  takenOver: Record<DeviceId, number[]>;
  /** Devices that were removed from the library. */
  removed: DeviceId[];
  status: SyncStatus;
}

/** Reads a row; null if it does not exist. */
export async function readState<K extends keyof SyncStateValues>(
  db: LibraryDb,
  key: K,
): Promise<SyncStateValues[K] | null> {
  return ((await db.syncState.get(key))?.value as SyncStateValues[K] | undefined) ?? null;
}

/** Writes a row. */
export async function writeState<K extends keyof SyncStateValues>(
  db: LibraryDb,
  key: K,
  value: SyncStateValues[K],
): Promise<void> {
  await db.syncState.put({ key, value });
}

/**
 * Keeps fields of a deleted record until all segments that may restore it have been read. Must run inside a transaction
 * that includes `syncState`.
 */
export async function keepPendingFields(db: LibraryDb, pending: KeyedRecord): Promise<void> {
  const late = (await readState(db, 'late')) ?? {};
  const known = late[pending.key]?.record.fields ?? {};
  if (Object.entries(pending.record.fields).every(([name, [stamp]]) => (known[name]?.[0] ?? '') >= stamp))
    return;
  const record = mergeRecords(late[pending.key]?.record ?? EMPTY_RECORD, pending.record);
  await writeState(db, 'late', { ...late, [pending.key]: { ...pending, record } });
}

/** The status before the first run. */
export const INITIAL_STATUS: SyncStatus = { syncedAt: null, trouble: null, unreadable: 0, missing: 0 };
/** Makes the next run verify the most recent segments of this device. */
export const CHECK_NOW: SyncStateValues['checked'] = { at: 0, number: Number.MAX_SAFE_INTEGER };
export const EMPTY_OWN_LOG: OwnLog = { number: 0, sent: [], loose: [], wroteAt: 0, said: {} };

/** Deletes all sync state, including the configuration. The library itself is not changed. */
export async function clearSyncState(db: LibraryDb): Promise<void> {
  await db.transaction('rw', db.syncRecords, db.syncState, db.syncGarbage, db.outbox, async () => {
    await db.syncRecords.clear();
    await db.syncState.clear();
    await db.syncGarbage.clear();
    await clearDueForSync(db);
  });
}
