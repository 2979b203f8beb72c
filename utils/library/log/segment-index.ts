/** What the database knows of the log's segments; see `log-schema.ts`. Several windows may register at once. */
import Dexie, { type Collection } from 'dexie';
import type { LibraryDb } from '../schema/library-db.ts';
import { type LogFiles, segmentName } from './file-store.ts';
import type { LogRecordRow, LogSegmentRow } from './log-schema.ts';

/** A segment that is at the place. */
export interface NewSegment {
  id: number;
  bytes: number;
  records: readonly LogRecordRow[];
}

/** Notes keys, as a write of them would. */
export async function noteKeys(db: LibraryDb, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await db.logNotes.add({ transaction: crypto.randomUUID(), keys });
}

/** A number for a segment: what is read from now on is newer than what any segment with a lower one holds. */
export async function drawSegmentNumber(db: LibraryDb): Promise<number> {
  return db.transaction('rw', db.logNotes, async () => {
    const id = await db.logNotes.add({ transaction: '', keys: [] });
    await db.logNotes.delete(id);
    return id;
  });
}

/** Records of keys, by key, the oldest first. A range each: that is a request each, where a cursor takes several. */
export async function recordsOfKeys(
  db: LibraryDb,
  keys: readonly string[],
): Promise<Map<string, LogRecordRow[]>> {
  const rangeOf = (key: string): Collection<LogRecordRow, [string, number]> =>
    db.logRecords.where('[key+segment]').between([key, Dexie.minKey], [key, Dexie.maxKey]);
  const rows = await Promise.all(keys.map((key) => rangeOf(key).toArray()));
  return new Map(keys.map((key, i) => [key, rows[i] ?? []]));
}

/** Which notes a segment settles. */
export interface Settled {
  /**
   * Those it was written for. Where one of them is gone, somebody else has written what it was of, under a higher
   * number: then the segment is not registered, since what it holds may be deleted for good by now.
   */
  own: readonly number[];
  /** Those it holds as well. */
  others?: readonly number[];
  /** Keys of them that it has no room for: they are noted anew. */
  rest?: readonly string[];
}

/**
 * Writes down what a segment holds, and that notes are done with.
 *
 * @returns segments that hold nothing that is needed, which may be this one; the caller drops them
 */
export function registerSegment(
  db: LibraryDb,
  { id, bytes, records }: NewSegment,
  { own, others = [], rest = [] }: Settled = { own: [] },
): Promise<number[]> {
  const { logNotes, logRecords, logSegments } = db;
  return db.transaction('rw', logNotes, logRecords, logSegments, async () => {
    const left = (await logNotes.bulkGet([...own])).filter((note) => note !== undefined);
    if (left.length < own.length) return left.length === 0 ? [id] : [];
    await logNotes.bulkDelete([...own, ...others]);
    await noteKeys(db, rest);
    const former = await recordsOfKeys(
      db,
      records.map(({ key }) => key),
    );
    const newest = records.map(({ key }) => former.get(key)?.at(-1));
    const touched = await logSegments.bulkGet([...new Set(newest.flatMap((row) => row?.segment ?? []))]);
    const segments = new Map(touched.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
    let live = 0;
    records.forEach((record, i) => {
      const before = newest[i];
      // Somebody else was quicker with a newer one.
      if (before !== undefined && before.segment > id) return;
      live += record.size;
      const segment = segments.get(before?.segment ?? -1);
      if (before !== undefined && segment !== undefined) segment.live -= before.size;
    });
    const size = records.reduce((sum, record) => sum + record.size, 0);
    const row: LogSegmentRow = { id, bytes, size, live };
    if (records.length > 0) await logSegments.bulkPut([...segments.values(), row]);
    await logRecords.bulkPut([...records]);
    const empty = [...segments.values(), ...(records.length > 0 ? [row] : [])].filter((one) => one.live <= 0);
    return empty.map((one) => one.id);
  });
}

/**
 * Removes segments nobody needs, files first: a file that is not registered is found again, a row without one is not.
 * The oldest goes first, so that the newest word holds wherever this is cut short.
 */
export async function dropSegments(
  { db, store, id }: LogFiles & { db: LibraryDb },
  segments: readonly number[],
): Promise<void> {
  for (const segment of segments.toSorted((a, b) => a - b)) {
    await store.delete(segmentName(id, segment));
    await forgetSegment(db, segment);
  }
}

/** Forgets what a segment holds; what is nowhere else now can be noted again. */
async function forgetSegment(db: LibraryDb, segment: number, isNotedAgain = false): Promise<void> {
  const { logNotes, logRecords, logSegments } = db;
  await db.transaction('rw', logNotes, logRecords, logSegments, async () => {
    const records = await logRecords.where('segment').equals(segment).primaryKeys();
    if (isNotedAgain)
      await noteKeys(
        db,
        records.map(([key]) => key),
      );
    await logRecords.bulkDelete(records);
    await logSegments.delete(segment);
  });
}

/** Segments whose files are gone: what was in them is noted again. */
export async function noteMissing(db: LibraryDb, segments: readonly number[]): Promise<void> {
  for (const segment of segments) await forgetSegment(db, segment, true);
}
