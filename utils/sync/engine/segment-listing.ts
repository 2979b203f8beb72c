/** Determines which segments exist in the remote store, which are unread, and which are missing. */

import { LOG_FOLDER, parseSegmentName, type SegmentName, segmentName } from '../format/remote-layout.ts';
import { SyncError } from '../format/sync-errors.ts';
import type { DeviceId } from '../merge/stamp.ts';
import type { Engine } from './engine.ts';
import { MAX_LISTED_FILES, mustWaitForRetry } from './remote-files.ts';
import { type OtherLog, readState } from './sync-state.ts';

/** The numbers of the segments in the remote store, by device, in ascending order. */
export type Listing = ReadonlyMap<DeviceId, readonly number[]>;

/** Lists all segments in the remote store. @throws the remote store's errors; SyncError if there are too many files */
export async function listSegments(engine: Engine): Promise<Listing> {
  const names = await engine.remote.list(LOG_FOLDER);
  if (names.length > MAX_LISTED_FILES) throw new SyncError('failed', 'too many files in the remote store');
  const parsed = names.map(parseSegmentName).filter((name) => name !== null);
  const numbers = Map.groupBy(parsed, ({ device }) => device);
  return new Map(
    [...numbers].map(([device, all]) => [device, all.map(({ number }) => number).sort((a, b) => a - b)]),
  );
}

/** Whether there is any segment that this run must read. */
export async function hasUnreadSegments(engine: Engine, listing: Listing): Promise<boolean> {
  const { db, config } = engine;
  const unreadable = (await readState(db, 'unreadable')) ?? {};
  const others = (await readState(db, 'others')) ?? {};
  return findUnreadSegments(listing, others, config.device).some(
    (segment) => !mustWaitForRetry(engine, unreadable[segmentName(segment)]),
  );
}

/** The state of a log of which nothing has been read. */
export const EMPTY_OTHER_LOG: OtherLog = {
  name: '',
  at: 0,
  seen: {},
  live: {},
  newest: 0,
  read: [],
  upTo: 0,
};

type Others = Readonly<Record<DeviceId, OtherLog>>;

/** Returns the segments of other devices that have not been read yet, in ascending order for each device. */
export function findUnreadSegments(listing: Listing, others: Others, ownDevice: DeviceId): SegmentName[] {
  return [...listing].flatMap(([device, numbers]) => {
    if (device === ownDevice) return [];
    const readNumbers = new Set(others[device]?.read ?? []);
    return numbers.filter((number) => !readNumbers.has(number)).map((number) => ({ device, number }));
  });
}

/**
 * Whether a device has declared that a segment is no longer expected to exist. The segment's author does so by a later
 * segment whose head does not list it, any other device by having read that far without listing it.
 *
 * @param by the declaring device
 * @param log the state of that device's log
 * @param device the author of the segment
 * @param number the segment's number
 */
function isDeclaredGone(by: DeviceId, log: OtherLog, device: DeviceId, number: number): boolean {
  if (log.live[device]?.includes(number)) return false;
  return by === device ? log.newest > number : (log.seen[device] ?? 0) >= number;
}

/**
 * Finds the segments of a device that should exist but are missing.
 *
 * @param listed the numbers of the device's segments in the remote store
 * @param before the numbers of those that were already missing
 * @returns their numbers
 */
export function findMissingSegments(
  device: DeviceId,
  listed: readonly number[],
  others: Others,
  before: readonly number[] = [],
): number[] {
  const heads = Object.entries(others);
  const expected = new Set([...(others[device]?.read ?? []), ...before]);
  for (const [, { live }] of heads) for (const number of live[device] ?? []) expected.add(number);
  for (const number of listed) expected.delete(number);
  return [...expected].filter(
    (number) => !heads.some(([by, log]) => isDeclaredGone(by, log, device, number)),
  );
}
