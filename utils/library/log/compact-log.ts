/** Compacts the change log: limits its size and the number of its files. */
import type { LibraryDb } from '../schema/library-db.ts';
import type { LogSegmentRow } from './log-schema.ts';
import { allocateSegmentNumber, deleteSegments, findIndexEntries } from './segment-index.ts';
import { type OpenLog, writeSegment } from './write-segment.ts';

/** Segments below this size are merged once there are many of them, since every save creates one. */
const SMALL_SEGMENT_BYTES = 128 * 1024;
const MERGE_MIN_SEGMENTS = 24;

/** Logs below this size are not compacted; also the number of bytes rewritten at once. */
const MIN_LOG_BYTES = 2 * 2 ** 20;
const MAX_REWRITE_BYTES = 4 * 2 ** 20;

/**
 * Merges small segments, and removes outdated records once they make up more than half of the log.
 *
 * @returns whether there was anything to do
 */
export async function compactLog(log: OpenLog): Promise<boolean> {
  const toRewrite = chooseSegmentsToRewrite(await log.db.logSegments.toArray());
  if (toRewrite.length === 0) return false;
  await rewriteSegments(log, toRewrite);
  return true;
}

/** Chooses the segments to rewrite; none if compaction is not needed. */
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

/** Keys whose newest record is in one of the given segments. */
async function findCurrentKeys(db: LibraryDb, segments: readonly number[]): Promise<string[]> {
  const indexKeys = await db.logRecords
    .where('segment')
    .anyOf([...segments])
    .primaryKeys();
  const records = await findIndexEntries(db, [...new Set(indexKeys.map(([key]) => key))]);
  return [...records].flatMap(([key, rows]) => (segments.includes(rows.at(-1)?.segment ?? 0) ? [key] : []));
}

/** Writes the current records of some segments to new ones, and removes the old ones. Safe to interrupt and repeat. */
async function rewriteSegments(log: OpenLog, toRewrite: readonly number[]): Promise<void> {
  const keys = await findCurrentKeys(log.db, toRewrite);
  for (let from = 0; from < keys.length; ) {
    const segment = await allocateSegmentNumber(log.db);
    from += await writeSegment(log, segment, { keys: keys.slice(from), superseded: toRewrite });
  }
  await deleteSegments(log, toRewrite);
}

/**
 * Erases deleted content: rewrites every segment that contains a record of it. Resumes if interrupted, because the
 * tombstones are removed last.
 */
export async function eraseFromLog(log: OpenLog): Promise<void> {
  const tombstones = await log.db.logRecords.where('gone').equals(1).primaryKeys();
  const records = await findIndexEntries(log.db, [...new Set(tombstones.map(([key]) => key))]);
  const segmentsToErase = new Set([...records.values()].flat().map(({ segment }) => segment));
  // The user is waiting, so only yield once to other work.
  const yieldTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  await rewriteSegments({ ...log, yieldTurn }, [...segmentsToErase]);
}
