/** The state of sync on this device: rows of `syncState`, with a type for each. */
import { clearDueForSync } from '../../library/log/outbox.ts';
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { ExpectedSegments, KeyedRecord, ReadPositions } from '../format/segment-file.ts';
import { EMPTY_RECORD, mergeRecords } from '../merge/record.ts';
import type { DeviceId, Stamp } from '../merge/stamp.ts';
import type { SyncFailure, SyncPictures } from '../sync-types.ts';

/**
 * The configuration of sync. The key and the remote store's password are stored only here, never in a log or a backup.
 */
export interface SyncConfig {
  /** The library's id in its manifest. */
  library: string;
  begunAt: number;
  identity: string;
  device: DeviceId;
  deviceName: string;
  place: { kind: string; [setting: string]: string };
  placeLabel: string;
  pictures: SyncPictures;
  isPaused: boolean;
}

/** A segment of this device in the remote store. */
export interface SentSegment {
  number: number;
  bytes: number;
  /** The mark in its head. */
  mark: string;
  /** When it was written, in milliseconds since 1970. */
  at: number;
}

export interface OwnLog {
  /** The last reserved number. A number is reserved before its file is written, so that none is used twice. */
  number: number;
  sent: SentSegment[];
  /**
   * Numbers of this device that may still be in the remote store although they are obsolete: those whose writing was
   * not recorded, and those of segments that were compacted.
   */
  loose: number[];
  /** When a segment was written last, in milliseconds since 1970. */
  wroteAt: number;
  /** The `seen` field of the last segment. */
  said: ReadPositions;
}

export interface OtherLog {
  name: string;
  /** When the device wrote its newest segment that we have read, by its own clock, in milliseconds since 1970. */
  at: number;
  /** The positions up to which the device has read, according to that segment. */
  seen: ReadPositions;
  /** The segments that should be in the remote store, according to that segment. */
  live: ExpectedSegments;
  /** The number of that segment. */
  newest: number;
  /** Numbers of its segments that we have read and that are, or should be, in the remote store. */
  read: number[];
  /** All of its segments up to that number have been read. */
  upTo: number;
}

/** A file that could not be read: since when, and when it was tried last, in milliseconds since 1970. */
export interface RetryState {
  since: number;
  triedAt: number;
}

export interface SyncStatus {
  /** When a run last succeeded, in milliseconds since 1970. */
  syncedAt: number | null;
  trouble: SyncFailure | null;
  /** Number of unreadable files of other devices. */
  unreadable: number;
  /** Number of missing files of other devices that this device never read; see `missing-segments.ts`. */
  missing: number;
}

export interface SyncStates {
  config: SyncConfig;
  /**
   * The library's key, encrypted with the passphrase, and when the remote copy was last checked, in milliseconds since
   * 1970.
   */
  sealed: { file: Uint8Array<ArrayBuffer>; at: number };
  /**
   * Missing segments of other devices: since when each is known to be missing, in milliseconds since 1970; see
   * `missing-segments.ts`.
   */
  gaps: Record<DeviceId, Record<number, number>>;
  clock: Stamp;
  /**
   * Progress of the scan of the whole library: the current table and the last key. `first`: sync was just set up, so
   * that rows keep their own timestamps.
   */
  walk: { table: number; last: string | null; first?: 'begin' | 'join' };
  /** Pictures were skipped, because none could be transferred at that time. */
  skipped: boolean;
  /** Some records have pictures that wait for a connection on which they may be sent; see `holdBackPictures`. */
  held: boolean;
  own: OwnLog;
  /** Former ids of this device whose logs it has not taken over yet; see `remove-device.ts`. */
  formerIds: DeviceId[];
  /** When segments of this device were last verified, in milliseconds since 1970, and down to which number. */
  checked: { at: number; number: number };
  others: Record<DeviceId, OtherLog>;
  /** Deferred removals of tags; see `deferTagRemovals`. */
  tagsGone: KeyedRecord[];
  /**
   * By record key, fields of deleted records that are newer than the deletion. They take effect if a segment that is
   * not read yet restores the record; see `applyPendingFields`.
   */
  late: Record<string, KeyedRecord>;
  /** Unreadable segments of other devices, by name. */
  unreadable: Record<string, RetryState>;
  /** When the server last refused to delete a file, in milliseconds since 1970. */
  refusedAt: number;
  /** Logs of removed devices that this one has taken over: numbers of the segments that are still to be deleted. */
  takenOver: Record<DeviceId, number[]>;
  /** Devices that were removed from the library. */
  removed: DeviceId[];
  status: SyncStatus;
}

export async function readState<K extends keyof SyncStates>(
  db: LibraryDb,
  key: K,
): Promise<SyncStates[K] | null> {
  return ((await db.syncState.get(key))?.value as SyncStates[K] | undefined) ?? null;
}

export async function writeState<K extends keyof SyncStates>(
  db: LibraryDb,
  key: K,
  value: SyncStates[K],
): Promise<void> {
  await db.syncState.put({ key, value });
}

/**
 * Keeps fields of a deleted record until all segments are read that may restore it. Must run inside a transaction that
 * includes `syncState`.
 */
export async function keepPendingFields(db: LibraryDb, one: KeyedRecord): Promise<void> {
  const late = (await readState(db, 'late')) ?? {};
  const known = late[one.key]?.record.fields ?? {};
  if (Object.entries(one.record.fields).every(([name, [stamp]]) => (known[name]?.[0] ?? '') >= stamp)) return;
  const record = mergeRecords(late[one.key]?.record ?? EMPTY_RECORD, one.record);
  await writeState(db, 'late', { ...late, [one.key]: { ...one, record } });
}

export const NO_STATUS: SyncStatus = { syncedAt: null, trouble: null, unreadable: 0, missing: 0 };
/** Makes the next run verify the most recent segments of this device. */
export const CHECK_NOW: SyncStates['checked'] = { at: 0, number: Number.MAX_SAFE_INTEGER };
export const EMPTY_OWN_LOG: OwnLog = { number: 0, sent: [], loose: [], wroteAt: 0, said: {} };

/** Deletes all sync state. The library itself stays unchanged. */
export async function clearSyncState(db: LibraryDb): Promise<void> {
  await db.transaction('rw', db.syncRecords, db.syncState, db.syncGarbage, db.outbox, async () => {
    await db.syncRecords.clear();
    await db.syncState.clear();
    await db.syncGarbage.clear();
    await clearDueForSync(db);
  });
}
