/** Compacts the change log: limits its size and the number of its files. */
import type { LibraryDb } from '../schema/library-db.ts';
import type { LogSegmentRow } from './log-schema.ts';
import { deleteSegments, drawSegmentNumber, recordsOfKeys } from './segment-index.ts';
import { type OpenLog, writeSegment } from './write-segment.ts';

/** Segments below this size are merged once there are many of them, since every save creates one. */
const MAX_SMALL_BYTES = 128 * 1024;
const MIN_SMALL_SEGMENTS = 24;

/** Logs below this size are not compacted; also the number of bytes rewritten at once. */
const MIN_LOG_BYTES = 2 * 2 ** 20;
const MAX_REWRITE_BYTES = 4 * 2 ** 20;

/**
 * Merges small segments, and removes outdated records once they make up more than half of the log.
 *
 * @returns whether there was anything to do
 */
export async function compactLog(log: OpenLog): Promise<boolean> {
  const superseded = chooseSegmentsToRewrite(await log.db.logSegments.toArray());
  if (superseded.length === 0) return false;
  await rewriteSegments(log, superseded);
  return true;
}

/** Chooses the segments to rewrite; none if compaction is not needed. */
function chooseSegmentsToRewrite(segments: readonly LogSegmentRow[]): number[] {
  const small = segments.filter(({ bytes }) => bytes < MAX_SMALL_BYTES);
  if (small.length >= MIN_SMALL_SEGMENTS) return small.map(({ id }) => id);
  const sum = (of: (segment: LogSegmentRow) => number): number =>
    segments.reduce((all, segment) => all + of(segment), 0);
  if (sum(({ bytes }) => bytes) < MIN_LOG_BYTES || sum(({ live }) => live * 2) > sum(({ size }) => size))
    return [];
  const superseded: number[] = [];
  let rewritten = 0;
  for (const { id, bytes, size, live } of segments.toSorted((a, b) => a.live / a.size - b.live / b.size)) {
    rewritten += (bytes * live) / size;
    if (superseded.length > 0 && rewritten > MAX_REWRITE_BYTES) break;
    superseded.push(id);
  }
  return superseded;
}

/** Keys whose newest record is in one of the given segments. */
async function newestKeys(db: LibraryDb, segments: readonly number[]): Promise<string[]> {
  const held = await db.logRecords
    .where('segment')
    .anyOf([...segments])
    .primaryKeys();
  const records = await recordsOfKeys(db, [...new Set(held.map(([key]) => key))]);
  return [...records].flatMap(([key, rows]) => (segments.includes(rows.at(-1)?.segment ?? 0) ? [key] : []));
}

/** Writes the current records of some segments to new ones, and removes the old ones. Safe to interrupt and repeat. */
async function rewriteSegments(log: OpenLog, superseded: readonly number[]): Promise<void> {
  const keys = await newestKeys(log.db, superseded);
  for (let from = 0; from < keys.length; ) {
    const segment = await drawSegmentNumber(log.db);
    from += await writeSegment(log, segment, { keys: keys.slice(from), superseded });
  }
  await deleteSegments(log, superseded);
}

/**
 * Erases deleted content: rewrites every segment that contains a record of it. Resumes if interrupted, because the
 * tombstones are removed last.
 */
export async function eraseFromLog(log: OpenLog): Promise<void> {
  const gone = await log.db.logRecords.where('gone').equals(1).primaryKeys();
  const records = await recordsOfKeys(log.db, [...new Set(gone.map(([key]) => key))]);
  const holders = new Set([...records.values()].flat().map(({ segment }) => segment));
  // The user is waiting, so only yield once to other work.
  const yieldTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  await rewriteSegments({ ...log, yieldTurn }, [...holders]);
}
