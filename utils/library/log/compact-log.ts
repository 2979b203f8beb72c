/** Compacts the change log, to limit its size and the number of its files. */
import type { LibraryDb } from '../schema/library-db.ts';
import type { LogSegmentRow } from './log-schema.ts';
import { allocateSegmentNumber, deleteSegments, findIndexEntries } from './segment-index.ts';
import { type OpenLog, writeSegment } from './write-segment.ts';

/**
 * Segments below this size (bytes) count as small. Every save creates one, so they are merged once there are
 * `MERGE_MIN_SEGMENTS` of them.
 */
const SMALL_SEGMENT_BYTES = 128 * 1024;
const MERGE_MIN_SEGMENTS = 24;

/**
 * Logs below `MIN_LOG_BYTES` are not searched for outdated records. `MAX_REWRITE_BYTES` limits how much is rewritten at
 * once.
 */
const MIN_LOG_BYTES = 2 * 2 ** 20;
const MAX_REWRITE_BYTES = 4 * 2 ** 20;

/**
 * Merges small segments; or, if more than half of the log is outdated, rewrites the segments with the most outdated
 * records.
 *
 * @returns whether there was anything to do
 */
export async function compactLog(log: OpenLog): Promise<boolean> {
  const toRewrite = chooseSegmentsToRewrite(await log.db.logSegments.toArray());
  if (toRewrite.length === 0) return false;
  await rewriteSegments(log, toRewrite);
  return true;
}

/** Chooses the segments to rewrite. Empty if compaction is not needed. */
function chooseSegmentsToRewrite(segments: readonly LogSegmentRow[]): number[] {
  const small = segments.filter(({ bytes }) => bytes < SMALL_SEGMENT_BYTES);
  if (small.length >= MERGE_MIN_SEGMENTS) return small.map(({ id }) => id);
  const sumOf = (amountOf: (segment: LogSegmentRow) => number): number =>
    segments.reduce((total, segment) => total + amountOf(segment), 0);
  if (
    sumOf(({ bytes }) => bytes) < MIN_LOG_BYTES ||
    sumOf(({ live }) => live * 2) > sumOf(({ size }) => size)
  )
    return [];
  const toRewrite: number[] = [];
  let rewritten = 0;
  for (const { id, bytes, size, live } of segments.toSorted((a, b) => a.live / a.size - b.live / b.size)) {
    rewritten += (bytes * live) / size;
    if (toRewrite.length > 0 && rewritten > MAX_REWRITE_BYTES) break;
    toRewrite.push(id);
  }
  return toRewrite;
}

/** Returns the keys whose newest record is in one of the given segments. */
async function findCurrentKeys(db: LibraryDb, segments: readonly number[]): Promise<string[]> {
  const indexKeys = await db.logRecords
    .where('segment')
    .anyOf([...segments])
    .primaryKeys();
  const records = await findIndexEntries(db, [...new Set(indexKeys.map(([key]) => key))]);
  return [...records].flatMap(([key, rows]) => (segments.includes(rows.at(-1)?.segment ?? 0) ? [key] : []));
}

/**
 * Writes the current records of the given segments to new ones, then deletes the old ones. Can be interrupted and
 * repeated.
 */
async function rewriteSegments(log: OpenLog, toRewrite: readonly number[]): Promise<void> {
  const keys = await findCurrentKeys(log.db, toRewrite);
  for (let from = 0; from < keys.length; ) {
    const segment = await allocateSegmentNumber(log.db);
    from += await writeSegment(log, segment, { keys: keys.slice(from), superseded: toRewrite });
  }
  await deleteSegments(log, toRewrite);
}

/**
 * Erases deleted content by rewriting every segment that contains a record with a tombstone. An interrupted run can be
 * resumed, because the tombstones are removed last.
 */
export async function eraseFromLog(log: OpenLog): Promise<void> {
  const tombstones = await log.db.logRecords.where('gone').equals(1).primaryKeys();
  const records = await findIndexEntries(log.db, [...new Set(tombstones.map(([key]) => key))]);
  const segmentsToErase = new Set([...records.values()].flat().map(({ segment }) => segment));
  // Only yields for a single task, because the user is waiting.
  const yieldTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  await rewriteSegments({ ...log, yieldTurn }, [...segmentsToErase]);
}
