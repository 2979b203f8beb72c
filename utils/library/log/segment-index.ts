/** The index of the log's segments; see `log-schema.ts`. Several windows may register segments at the same time. */
import Dexie, { type Collection } from 'dexie';
import type { LibraryDb } from '../schema/library-db.ts';
import { type LogFiles, segmentFileName } from './file-store.ts';
import type { LogRecordRow, LogSegmentRow } from './log-schema.ts';
import { markProcessed } from './outbox.ts';

/** A segment whose file is written. */
export interface NewSegment {
  id: number;
  bytes: number;
  records: readonly LogRecordRow[];
}

/** Adds the keys to the outbox again, for the log only. */
async function requeueKeys(db: LibraryDb, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await db.outbox.add({ transaction: crypto.randomUUID(), keys, at: db.now(), due: ['log'] });
}

/**
 * Draws a number for a segment. Rows that are read after this are newer than those in any segment with a lower number.
 */
export async function allocateSegmentNumber(db: LibraryDb): Promise<number> {
  return db.transaction('rw', db.outbox, async () => {
    const id = await db.outbox.add({ transaction: '', keys: [], at: 0, due: [] });
    await db.outbox.delete(id);
    return id;
  });
}

/** Requests made at once. */
const RANGES_PER_BATCH = 50;

/**
 * The index entries of keys, by key, oldest first. Uses one range per key, which takes a single request, whereas a
 * cursor takes several. A few at a time: other queries have to wait for all requests that were made before them.
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

/** The rows of the outbox whose changes a segment contains. */
export interface LoggedChanges {
  /**
   * Those that it was written for. If one of them is not due any more, another window has written its keys under a
   * higher number. Then the segment is not registered, since its content may have been deleted meanwhile.
   */
  required: readonly number[];
  /** Others whose keys it contains. */
  optional?: readonly number[];
  /** Those of their keys that did not fit, which are recorded again. */
  unwrittenKeys?: readonly string[];
}

/**
 * Registers a segment's records, and completes their changes.
 *
 * @returns segments without current records, possibly including this one; the caller deletes them
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

/**
 * Removes obsolete segments, files first: a leftover file is found again, but an index entry without a file is not.
 * Oldest first, so that the newest state survives an interruption.
 */
export async function deleteSegments(
  { db, store, id }: LogFiles & { db: LibraryDb },
  segments: readonly number[],
): Promise<void> {
  for (const segment of segments.toSorted((a, b) => a - b)) {
    await store.delete(segmentFileName(id, segment));
    await unregisterSegment(db, segment);
  }
}

/** Removes a segment from the index. Optionally, its keys are recorded again. */
async function unregisterSegment(db: LibraryDb, segment: number, shouldRequeue = false): Promise<void> {
  const { outbox, logRecords, logSegments } = db;
  await db.transaction('rw', outbox, logRecords, logSegments, async () => {
    const records = await logRecords.where('segment').equals(segment).primaryKeys();
    const keys = records.map(([key]) => key);
    if (shouldRequeue) await requeueKeys(db, keys);
    await logRecords.bulkDelete(records);
    await logSegments.delete(segment);
  });
}

/** Records again the keys of segments whose files no longer exist. */
export async function requeueLostSegments(db: LibraryDb, segments: readonly number[]): Promise<void> {
  for (const segment of segments) await unregisterSegment(db, segment, true);
}
