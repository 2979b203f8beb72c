/** Compacts this device's log, erases deleted content from it, and deletes unreferenced files. */
import { contentFileName } from '../format/remote-layout.ts';
import type { KeyedRecord } from '../format/segment-file.ts';
import { EMPTY_RECORD, isNotEmpty, mergeRecords, type SyncRecord } from '../merge/record.ts';
import type { DeviceId, Field } from '../merge/stamp.ts';
import { deleteObsolete, markObsolete, replaceOwnLog, verifySegments } from './check-own.ts';
import type { Engine } from './engine.ts';
import { referencedFiles } from './reconcile.ts';
import { deleteOptionalFile } from './remote-files.ts';
import { clearErasures, readDueErasures } from './segment-contents.ts';
import { listSegments, unreadSegments } from './segment-listing.ts';
import { readState, type SentSegment } from './sync-state.ts';
import { countUnsent, currentSeen, putSegment, readOwnLog, readOwnSegment } from './write-own.ts';

/** Segments below this size are merged once there are `MIN_SMALL_SEGMENTS` of them. */
const SMALL_SEGMENT_BYTES = 64 * 1024;
const MIN_SMALL_SEGMENTS = 32;

/**
 * Maximum size of a merged segment. Devices read a segment as a whole, start over when interrupted in the middle, and
 * reject one that is too long when decompressed.
 */
const MAX_MERGED_BYTES = 512 * 1024;

/** A device without changes still reports at this interval how far it has read, and that it is in use. */
const HEARTBEAT_INTERVAL_MS = 24 * 3_600_000;

/** The fields of a record that have not been superseded. */
function currentPart(record: SyncRecord, now: SyncRecord): SyncRecord {
  const fields = Object.entries(record.fields).filter(([name, [stamp]]) => now.fields[name]?.[0] === stamp);
  return {
    fields: Object.fromEntries(fields) as Record<string, Field>,
    gone: record.gone === now.gone ? record.gone : null,
  };
}

/** Reads the current content of some segments, with one record per item; null if a segment can't be read. */
async function readCurrentRecords(
  engine: Engine,
  segments: readonly SentSegment[],
): Promise<KeyedRecord[] | null> {
  const { db } = engine;
  const all = new Map<string, KeyedRecord>();
  for (const { number } of segments) {
    engine.signal.throwIfAborted();
    const segment = await readOwnSegment(engine, number);
    if (segment === null) return null;
    for (const one of segment.records) {
      const record = mergeRecords(all.get(one.key)?.record ?? EMPTY_RECORD, one.record);
      all.set(one.key, { ...one, record });
    }
  }
  const rows = await db.syncRecords.bulkGet([...all.keys()]);
  return [...all.values()].flatMap((one, i): KeyedRecord[] => {
    const row = rows[i];
    const record = row === undefined ? one.record : currentPart(one.record, row);
    return isNotEmpty(record) ? [{ ...one, record }] : [];
  });
}

/** Groups consecutive segments into groups of at most `MAX_MERGED_BYTES`. */
function groupBySize(segments: readonly SentSegment[]): SentSegment[][] {
  const groups: SentSegment[][] = [];
  let room = 0;
  for (const segment of segments) {
    if (segment.bytes > room) {
      groups.push([]);
      room = MAX_MERGED_BYTES;
    }
    groups.at(-1)?.push(segment);
    room -= segment.bytes;
  }
  return groups;
}

/** Merges small segments once there are many. */
async function mergeSmallSegments(engine: Engine): Promise<void> {
  const small = (await readOwnLog(engine)).sent.filter(({ bytes }) => bytes < SMALL_SEGMENT_BYTES);
  if (small.length < MIN_SMALL_SEGMENTS) return;
  for (const group of groupBySize(small))
    if (group.length > 1 && !(await mergeSegments(engine, group))) return;
}

/**
 * Writes one merged segment, then deletes the originals. Safe to interrupt at any point.
 *
 * @returns false if a segment can't be read, so that the whole log was replaced instead
 */
async function mergeSegments(engine: Engine, small: readonly SentSegment[]): Promise<boolean> {
  const records = await readCurrentRecords(engine, small);
  if (records === null) {
    await replaceOwnLog(engine);
    return false;
  }
  const gone = small.map(({ number }) => number);
  await putSegment(engine, records, () => markObsolete(engine, gone), gone);
  await deleteObsolete(engine, gone);
  return true;
}

/** Rewrites the segments that contain permanently deleted content. */
async function eraseDeleted(engine: Engine): Promise<void> {
  // Deletions must be sent first: otherwise, a device that reads in between would find the content nowhere.
  if ((await countUnsent(engine)) > 0) return;
  const { sent } = await readOwnLog(engine);
  const { keys, numbers } = await readDueErasures(
    engine,
    sent.map(({ number }) => number),
  );
  if (keys.length === 0) return;
  const isConcerned = new Set(numbers);
  for (const group of groupBySize(sent.filter(({ number }) => isConcerned.has(number))))
    if (!(await mergeSegments(engine, group))) break;
  await clearErasures(engine, keys);
}

/** The other devices of the library. */
async function otherDevices({ db }: Engine): Promise<DeviceId[]> {
  const removed = (await readState(db, 'removed')) ?? [];
  const others = (await readState(db, 'others')) ?? {};
  return Object.keys(others).filter((device) => !removed.includes(device));
}

/** Deletes files that no record refers to, once every device knows that they are unreferenced. */
async function deleteUnreferencedFiles(engine: Engine): Promise<void> {
  const { db, config } = engine;
  const { number } = await readOwnLog(engine);
  if ((await countUnsent(engine)) === 0)
    await db.syncGarbage.filter((row) => row.number === 0).modify({ number });
  const others = (await readState(db, 'others')) ?? {};
  const devices = await otherDevices(engine);
  const knownBy = Math.min(number, ...devices.map((device) => others[device]?.seen[config.device] ?? 0));
  const due = await db.syncGarbage.filter((row) => row.number > 0 && row.number <= knownBy).primaryKeys();
  if (due.length === 0) return;
  // Segments that are new or unreadable may refer to these files.
  if (unreadSegments(await listSegments(engine), others, config.device).length > 0) return;
  const needed = new Set<string>();
  await db.syncRecords.each((row) => {
    for (const name of referencedFiles(row)) needed.add(name);
  });
  for (const name of due) {
    engine.signal.throwIfAborted();
    if (needed.has(name) || (await deleteOptionalFile(engine, contentFileName(name))))
      await db.syncGarbage.delete(name);
  }
}

/** Reports how far this device has read, if it had nothing else to send for a day. */
async function sendHeartbeat(engine: Engine): Promise<void> {
  const { wroteAt, said } = await readOwnLog(engine);
  const seen = await currentSeen(engine);
  const isNew = Object.entries(seen).some(([device, upTo]) => said[device] !== upTo);
  if ((isNew && Math.abs(engine.now() - wroteAt) >= HEARTBEAT_INTERVAL_MS) || wroteAt === 0)
    await putSegment(engine, []);
}

/** Runs all maintenance of the remote store. @throws the remote store's errors; the next call continues */
export async function tidyRemote(engine: Engine): Promise<void> {
  await sendHeartbeat(engine);
  await eraseDeleted(engine);
  await mergeSmallSegments(engine);
  await verifySegments(engine);
  await deleteUnreferencedFiles(engine);
}
