/**
 * Reads and writes the index of the log's segments; see `log-schema.ts`. Several windows may register segments at the
 * same time.
 */
import Dexie, { type Collection } from 'dexie';
import type { LibraryDb } from '../schema/library-db.ts';
import { type LogFiles, segmentFileName } from './file-store.ts';
import type { LogRecordRow, LogSegmentRow } from './log-schema.ts';
import { markProcessed } from './outbox.ts';

/** A segment whose file has been written. */
export interface NewSegment {
  id: number;
  bytes: number;
  records: readonly LogRecordRow[];
}

/** Adds keys to the outbox again, for the log only. */
async function requeueKeys(db: LibraryDb, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db.outbox.add({ transaction: crypto.randomUUID(), keys, at: db.now(), due: ['log'] });
}

/**
 * Allocates a number for a segment. Rows that are read after this are at least as new as those in any segment with a
 * lower number.
 */
export async function allocateSegmentNumber(db: LibraryDb): Promise<number> {
  return db.transaction('rw', db.outbox, async () => {
    const id = await db.outbox.add({ transaction: '', keys: [], at: 0, due: [] });
    await db.outbox.delete(id);
    return id;
  });
}

/** Number of requests made at once. */
const RANGES_PER_BATCH = 50;

/**
 * Finds the index entries of keys, by key, oldest first. Uses one range per key, which takes a single request; a cursor
 * would take several. The ranges are requested in batches, because other queries have to wait for all requests that
 * were made before them.
 */
export async function findIndexEntries(
  db: LibraryDb,
  keys: readonly string[],
): Promise<Map<string, LogRecordRow[]>> {
  const rangeOf = (key: string): Collection<LogRecordRow, [string, number]> =>
    db.logRecords.where('[key+segment]').between([key, Dexie.minKey], [key, Dexie.maxKey]);
  const rows: LogRecordRow[][] = [];
  for (let from = 0; from < keys.length; from += RANGES_PER_BATCH) {
    const batch = keys.slice(from, from + RANGES_PER_BATCH);
    rows.push(...(await Promise.all(batch.map((key) => rangeOf(key).toArray()))));
  }
  return new Map(keys.map((key, i) => [key, rows[i] ?? []]));
}

/** The outbox rows that a segment covers, by id, and the keys that it has no room for. */
export interface LoggedChanges {
  /**
   * Rows for which the segment was written. If one of them is no longer due, another window has written its keys to a
   * segment with a higher number. This segment is not registered then, because its content may have been deleted in the
   * meantime.
   */
  required: readonly number[];
  /** Other rows whose keys it contains. */
  optional?: readonly number[];
  /** Keys of these rows that did not fit in the segment. They are added to the outbox again. */
  unwrittenKeys?: readonly string[];
}

/**
 * Registers a segment's records, and marks their changes as logged.
 *
 * @returns segments without current records, possibly including this one, which the caller must delete
 */
export function registerSegment(
  db: LibraryDb,
  { id, bytes, records }: NewSegment,
  { required, optional = [], unwrittenKeys = [] }: LoggedChanges = { required: [] },
): Promise<number[]> {
  const { outbox, logRecords, logSegments, syncState } = db;
  return db.transaction('rw', outbox, logRecords, logSegments, syncState, async () => {
    const due = (await outbox.bulkGet([...required])).filter((row) => row?.due.includes('log'));
    if (due.length < required.length) return due.length === 0 ? [id] : [];
    await markProcessed(db, [...required, ...optional], 'log');
    await requeueKeys(db, unwrittenKeys);
    const entries = await findIndexEntries(
      db,
      records.map(({ key }) => key),
    );
    const newest = records.map(({ key }) => entries.get(key)?.at(-1));
    const affected = await logSegments.bulkGet([...new Set(newest.flatMap((row) => row?.segment ?? []))]);
    const segments = new Map(affected.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
    let live = 0;
    records.forEach((record, i) => {
      const previous = newest[i];
      // Another window has already registered a newer record.
      if (previous !== undefined && previous.segment > id) return;
      live += record.size;
      const segment = segments.get(previous?.segment ?? -1);
      if (previous !== undefined && segment !== undefined) segment.live -= previous.size;
    });
    const size = records.reduce((sum, record) => sum + record.size, 0);
    const row: LogSegmentRow = { id, bytes, size, live };
    if (records.length > 0) await logSegments.bulkPut([...segments.values(), row]);
    await logRecords.bulkPut([...records]);
    const obsolete = [...segments.values(), ...(records.length > 0 ? [row] : [])].filter(
      (candidate) => candidate.live <= 0,
    );
    return obsolete.map((candidate) => candidate.id);
  });
}

/** Number of segments that are removed from the index at once. */
const SEGMENTS_PER_BATCH = 50;

/**
 * Deletes segments, the oldest first, so that an interruption leaves the newest state. A file is deleted before its index
 * entry: after an interruption, `requeueLostSegments` finds an entry without a file.
 */
export async function deleteSegments(
  { db, store, id }: LogFiles & { db: LibraryDb },
  segments: readonly number[],
): Promise<void> {
  const oldestFirst = segments.toSorted((a, b) => a - b);
  for (let from = 0; from < oldestFirst.length; from += SEGMENTS_PER_BATCH) {
    const batch = oldestFirst.slice(from, from + SEGMENTS_PER_BATCH);
    for (const segment of batch) await store.delete(segmentFileName(id, segment));
    // Does not lock the outbox, so that no save has to wait.
    await db.transaction('rw', db.logRecords, db.logSegments, async () => {
      await removeFromIndex(db, batch);
    });
  }
}

/** Must run inside the caller's transaction. @returns the keys of the records that were removed */
async function removeFromIndex(db: LibraryDb, segments: readonly number[]): Promise<string[]> {
  const records = await db.logRecords.where('segment').anyOf(segments).primaryKeys();
  await db.logRecords.bulkDelete(records);
  await db.logSegments.bulkDelete([...segments]);
  return records.map(([key]) => key);
}

/** Removes segments whose files no longer exist from the index, and adds their keys to the outbox again. */
export async function requeueLostSegments(db: LibraryDb, segments: readonly number[]): Promise<void> {
  if (segments.length === 0) return;
  await db.transaction('rw', db.outbox, db.logRecords, db.logSegments, async () => {
    await requeueKeys(db, await removeFromIndex(db, segments));
  });
}
