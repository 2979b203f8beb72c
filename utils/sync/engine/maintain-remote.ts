/** Maintains the remote store: merges small segments, erases deleted content, and deletes unreferenced files. */
import { contentFileName } from '../format/remote-layout.ts';
import type { KeyedRecord } from '../format/segment-file.ts';
import { EMPTY_RECORD, isNotEmpty, mergeRecords, type SyncRecord } from '../merge/record.ts';
import type { DeviceId, Field } from '../merge/stamp.ts';
import { deleteObsolete, markObsolete, replaceOwnLog, verifySegments } from './check-own-log.ts';
import type { Engine } from './engine.ts';
import { listReferencedFiles } from './reconcile.ts';
import { deleteOptionalFile } from './remote-files.ts';
import { clearErasures, readDueErasures } from './segment-contents.ts';
import { findUnreadSegments, listSegments } from './segment-listing.ts';
import { readState, type SentSegment } from './sync-state.ts';
import { countUnsent, getReadPositions, putSegment, readOwnLog, readOwnSegment } from './write-own-log.ts';

/** Segments smaller than this are merged once there are `MIN_SMALL_SEGMENTS` of them. */
const SMALL_SEGMENT_BYTES = 64 * 1024;
const MIN_SMALL_SEGMENTS = 32;

/**
 * Maximum size of a merged segment. Devices read a segment as a whole, start it over after an interruption, and reject it
 * if its decompressed size exceeds a limit.
 */
const MAX_MERGED_BYTES = 512 * 1024;

/** Even without local changes, a device reports at this interval how far it has read the logs of others. */
const HEARTBEAT_INTERVAL_MS = 24 * 3_600_000;

/** Returns the fields of an earlier record that are still current. @param current the current record */
function pickCurrent(record: SyncRecord, current: SyncRecord): SyncRecord {
  const fields = Object.entries(record.fields).filter(
    ([name, [stamp]]) => current.fields[name]?.[0] === stamp,
  );
  return {
    fields: Object.fromEntries(fields) as Record<string, Field>,
    gone: record.gone === current.gone ? record.gone : null,
  };
}

/** Reads the records of some segments that are still current, one per item. Null if a segment can't be read. */
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
    for (const keyedRecord of segment.records) {
      const record = mergeRecords(all.get(keyedRecord.key)?.record ?? EMPTY_RECORD, keyedRecord.record);
      all.set(keyedRecord.key, { ...keyedRecord, record });
    }
  }
  const rows = await db.syncRecords.bulkGet([...all.keys()]);
  return [...all.values()].flatMap((keyedRecord, i): KeyedRecord[] => {
    const row = rows[i];
    const record = row === undefined ? keyedRecord.record : pickCurrent(keyedRecord.record, row);
    return isNotEmpty(record) ? [{ ...keyedRecord, record }] : [];
  });
}

/** Splits segments into groups of at most `MAX_MERGED_BYTES`, unless a single one is larger. */
function groupBySize(segments: readonly SentSegment[]): SentSegment[][] {
  const groups: SentSegment[][] = [];
  let remainingBytes = 0;
  for (const segment of segments) {
    if (segment.bytes > remainingBytes) {
      groups.push([]);
      remainingBytes = MAX_MERGED_BYTES;
    }
    groups.at(-1)?.push(segment);
    remainingBytes -= segment.bytes;
  }
  return groups;
}

/** Merges small segments if there are many. */
async function mergeSmallSegments(engine: Engine): Promise<void> {
  const small = (await readOwnLog(engine)).sent.filter(({ bytes }) => bytes < SMALL_SEGMENT_BYTES);
  if (small.length < MIN_SMALL_SEGMENTS) return;
  for (const group of groupBySize(small))
    if (group.length > 1 && !(await mergeSegments(engine, group))) return;
}

/**
 * Writes a merged segment, then deletes the originals. May be interrupted at any point.
 *
 * @returns false if a segment can't be read, in which case the whole log was replaced
 */
async function mergeSegments(engine: Engine, small: readonly SentSegment[]): Promise<boolean> {
  const records = await readCurrentRecords(engine, small);
  if (records === null) {
    await replaceOwnLog(engine);
    return false;
  }
  const replaced = small.map(({ number }) => number);
  await putSegment(engine, records, () => markObsolete(engine, replaced), replaced);
  await deleteObsolete(engine, replaced);
  return true;
}

/** Rewrites the segments of this device that contain permanently deleted content. */
async function eraseDeleted(engine: Engine): Promise<void> {
  // Deletions must be sent first. Otherwise, a device that reads in between would find neither content nor tombstone.
  if ((await countUnsent(engine)) > 0) return;
  const { sent } = await readOwnLog(engine);
  const { keys, numbers } = await readDueErasures(
    engine,
    sent.map(({ number }) => number),
  );
  if (keys.length === 0) return;
  const affectedNumbers = new Set(numbers);
  for (const group of groupBySize(sent.filter(({ number }) => affectedNumbers.has(number))))
    if (!(await mergeSegments(engine, group))) break;
  await clearErasures(engine, keys);
}

/** Returns the ids of all other devices that have not been removed. */
async function listOtherDevices({ db }: Engine): Promise<DeviceId[]> {
  const removed = (await readState(db, 'removed')) ?? [];
  const others = (await readState(db, 'others')) ?? {};
  return Object.keys(others).filter((device) => !removed.includes(device));
}

/** Deletes files that no record refers to, once all devices know that. */
async function deleteUnreferencedFiles(engine: Engine): Promise<void> {
  const { db, config } = engine;
  const { number } = await readOwnLog(engine);
  if ((await countUnsent(engine)) === 0)
    await db.syncGarbage.filter((row) => row.number === 0).modify({ number });
  const others = (await readState(db, 'others')) ?? {};
  const devices = await listOtherDevices(engine);
  const readByAll = Math.min(number, ...devices.map((device) => others[device]?.seen[config.device] ?? 0));
  const due = await db.syncGarbage.filter((row) => row.number > 0 && row.number <= readByAll).primaryKeys();
  if (due.length === 0) return;
  // New or unreadable segments may refer to these files.
  if (findUnreadSegments(await listSegments(engine), others, config.device).length > 0) return;
  const referenced = new Set<string>();
  await db.syncRecords.each((row) => {
    for (const name of listReferencedFiles(row)) referenced.add(name);
  });
  for (const name of due) {
    engine.signal.throwIfAborted();
    if (referenced.has(name) || (await deleteOptionalFile(engine, contentFileName(name))))
      await db.syncGarbage.delete(name);
  }
}

/** Reports how far this device has read, if it has not sent anything for a day. */
async function sendHeartbeat(engine: Engine): Promise<void> {
  const { wroteAt, said } = await readOwnLog(engine);
  const positions = await getReadPositions(engine);
  const hasNewPositions = Object.entries(positions).some(([device, upTo]) => said[device] !== upTo);
  if ((hasNewPositions && Math.abs(engine.now() - wroteAt) >= HEARTBEAT_INTERVAL_MS) || wroteAt === 0)
    await putSegment(engine, []);
}

/** Runs all maintenance tasks. @throws the remote store's errors; the next call continues */
export async function maintainRemote(engine: Engine): Promise<void> {
  await sendHeartbeat(engine);
  await eraseDeleted(engine);
  await mergeSmallSegments(engine);
  await verifySegments(engine);
  await deleteUnreferencedFiles(engine);
}
