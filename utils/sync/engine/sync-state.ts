/** What this device remembers of its place: rows of `syncState`, each of one type. */
import type { LibraryDb } from '../../library/schema/library-db.ts';
import type { KeyedRecord, Live, Seen } from '../format/segment-file.ts';
import { mergeRecords, NOTHING } from '../merge/record.ts';
import type { DeviceId, Stamp } from '../merge/stamp.ts';
import type { SyncPictures, SyncTrouble } from '../sync-types.ts';

/** What was set up. The key and the place's password are kept here and in no log and no backup. */
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

/** A segment of ours that is at the place. */
export interface SentSegment {
  number: number;
  bytes: number;
  /** What is in its head. */
  mark: string;
}

export interface OwnLog {
  /** The last number that was given out: before its file was written, so that none is written twice. */
  number: number;
  sent: SentSegment[];
  /**
   * Segments of ours that may be at the place and are not needed: torn off, or put together with others. `isThere`: the
   * last listing had it.
   */
  loose: { number: number; mark: string; isThere?: true }[];
  /** When a segment was written last, ms since 1970. */
  wroteAt: number;
  /** What the last one said that we have read. */
  said: Seen;
}

export interface OtherLog {
  name: string;
  /** When it wrote what we read last, by its own clock; ms since 1970. */
  at: number;
  /** What it says that it has read. */
  seen: Seen;
  /** The segments that it says should be at the place, by device. */
  live: Live;
  /** The number of the segment that says all that. */
  newest: number;
  /** Numbers of its segments that we have read and that are, or should be, still at the place. */
  read: number[];
  /** All of its segments up to that number have been read. */
  upTo: number;
}

/** A file that could not be read or deleted: since when, and when that was tried last; ms since 1970. */
export interface Tried {
  since: number;
  triedAt: number;
  /** The server could not give it, or would not delete it. */
  isUngiven?: true;
}

export interface SyncStatus {
  /** When everything was in step last, ms since 1970. */
  syncedAt: number | null;
  trouble: SyncTrouble | null;
  /** Files of other devices that could not be read. */
  unreadable: number;
  /** Files of other devices that are gone and were never read here; see `gaps.ts`. */
  missing: number;
}

/** By the change log's own numbers. */
export interface LookedAt {
  /** The highest number, of a segment or of a note, that was there. */
  upTo: number;
  /** What was only noted then: it gets into a segment with a higher number, without being changed again. */
  noted: readonly string[];
}

export interface SyncStates {
  config: SyncConfig;
  /** The library's key, sealed with the passphrase, and when it was looked for at the place last, ms since 1970. */
  sealed: { file: Uint8Array<ArrayBuffer>; at: number };
  /** Segments of others that should be at the place and are not: since when that is known, ms since 1970; see `gaps.ts`. */
  gaps: Record<DeviceId, Record<number, number>>;
  clock: Stamp;
  /** The log's number up to which changes were looked at; see `find-changes.ts`. */
  cursor: number;
  /** What was looked at last; `peek-sync.ts` tells by it whether something has changed since. */
  lookedAt: LookedAt;
  /**
   * The look at the whole library: the table and key it has come to. `first`: the library has just begun or joined, and
   * what is in it is as old as it says.
   */
  walk: { table: number; last: string | null; first?: 'begin' | 'join' };
  /** Pictures were not looked at, as none might travel. */
  skipped: boolean;
  /** Some records have pictures that wait; see `held-pictures.ts`. */
  held: boolean;
  own: OwnLog;
  /** Ids under which this device wrote before, and since when it does not, ms since 1970; see `former-ids.ts`. */
  formerIds: Record<DeviceId, number>;
  /**
   * When segments of ours were read again last, ms since 1970, and up to which number; `ungiven`: by number, since when
   * the server can't give one.
   */
  checked: { at: number; number: number; ungiven?: Readonly<Record<number, number>> };
  others: Record<DeviceId, OtherLog>;
  /** What others say of tags that they have no more; see `read-others.ts`. */
  tagsGone: KeyedRecord[];
  /**
   * By key, fields of things that are deleted, newer than that: they hold where what was not read yet brings it back; see
   * `read-others.ts`.
   */
  late: Record<string, KeyedRecord>;
  /** Segments of others that could not be read. */
  unreadable: Record<string, Tried>;
  /** By full name, files that are not needed any more and that the server would not delete. */
  undeleted: Readonly<Record<string, Tried>>;
  /**
   * Logs of removed devices that this one has taken over: numbers of segments that are still to be deleted, and when that
   * was tried last, ms since 1970.
   */
  takenOver: Record<DeviceId, { numbers: number[]; triedAt: number }>;
  /** Devices that were removed. */
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

/** Keeps fields until all is read that may bring back what they are of. Inside a transaction that holds `syncState`. */
export async function keepLate(db: LibraryDb, one: KeyedRecord): Promise<void> {
  const late = (await readState(db, 'late')) ?? {};
  const known = late[one.key]?.record.fields ?? {};
  if (Object.entries(one.record.fields).every(([name, [stamp]]) => (known[name]?.[0] ?? '') >= stamp)) return;
  const record = mergeRecords(late[one.key]?.record ?? NOTHING, one.record);
  await writeState(db, 'late', { ...late, [one.key]: { ...one, record } });
}

export const NO_STATUS: SyncStatus = { syncedAt: null, trouble: null, unreadable: 0, missing: 0 };
/** The next run reads the last segments of ours again. */
export const CHECK_NOW: SyncStates['checked'] = { at: 0, number: Number.MAX_SAFE_INTEGER };
export const EMPTY_LOG: OwnLog = { number: 0, sent: [], loose: [], wroteAt: 0, said: {} };

/** Forgets everything that sync knows. The library stays as it is. */
export async function forgetSync(db: LibraryDb): Promise<void> {
  await db.transaction('rw', db.syncRecords, db.syncState, db.syncGarbage, async () => {
    await db.syncRecords.clear();
    await db.syncState.clear();
    await db.syncGarbage.clear();
  });
}
