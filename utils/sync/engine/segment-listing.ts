/** Which segments are in the remote store, which are new, and which should be there but are missing. */

import { LOG_FOLDER, parseSegmentName, type SegmentName, segmentName } from '../format/remote-layout.ts';
import { SyncError } from '../format/sync-errors.ts';
import type { DeviceId } from '../merge/stamp.ts';
import type { Engine } from './engine.ts';
import { MAX_LISTED_FILES, mustWaitForRetry } from './remote-files.ts';
import { type OtherLog, readState } from './sync-state.ts';

/** Numbers of the segments in the remote store, by device, in ascending order. */
export type Listing = ReadonlyMap<DeviceId, readonly number[]>;

export async function listSegments(engine: Engine): Promise<Listing> {
  const names = await engine.remote.list(LOG_FOLDER);
  if (names.length > MAX_LISTED_FILES) throw new SyncError('failed', 'too many files in the remote store');
  const parsed = names.map(parseSegmentName).filter((name) => name !== null);
  const numbers = Map.groupBy(parsed, ({ device }) => device);
  return new Map(
    [...numbers].map(([device, all]) => [device, all.map(({ number }) => number).sort((a, b) => a - b)]),
  );
}

/** Whether this run has any segment to read. */
export async function hasUnreadSegments(engine: Engine, listing: Listing): Promise<boolean> {
  const { db, config } = engine;
  const unreadable = (await readState(db, 'unreadable')) ?? {};
  const others = (await readState(db, 'others')) ?? {};
  return unreadSegments(listing, others, config.device).some(
    (one) => !mustWaitForRetry(engine, unreadable[segmentName(one)]),
  );
}

export const EMPTY_OTHER_LOG: OtherLog = {
  name: '',
  at: 0,
  seen: {},
  live: {},
  newest: 0,
  read: [],
  upTo: 0,
};

/** Segments of other devices that were not read yet, in ascending order for each device. */
export function unreadSegments(
  listing: Listing,
  others: Readonly<Record<DeviceId, OtherLog>>,
  own: DeviceId,
): SegmentName[] {
  return [...listing].flatMap(([device, numbers]) => {
    if (device === own) return [];
    const read = new Set(others[device]?.read ?? []);
    return numbers.filter((number) => !read.has(number)).map((number) => ({ device, number }));
  });
}

type Others = Readonly<Record<DeviceId, OtherLog>>;

/**
 * Whether a device declares a segment as no longer expected: its author by a later segment that does not list it, any
 * other device by having read that far without listing it.
 */
function isDeclaredGone(by: DeviceId, log: OtherLog, device: DeviceId, number: number): boolean {
  if (log.live[device]?.includes(number)) return false;
  return by === device ? log.newest > number : (log.seen[device] ?? 0) >= number;
}

/**
 * Numbers of a device's missing segments.
 *
 * @param there numbers of the segments in the remote store
 * @param before numbers of those that were already missing
 */
export function missingSegments(
  device: DeviceId,
  listed: readonly number[],
  others: Others,
  before: readonly number[] = [],
): number[] {
  const heads = Object.entries(others);
  const named = new Set([...(others[device]?.read ?? []), ...before]);
  for (const [, { live }] of heads) for (const number of live[device] ?? []) named.add(number);
  for (const number of listed) named.delete(number);
  return [...named].filter((number) => !heads.some(([by, log]) => isDeclaredGone(by, log, device, number)));
}
