/** Which segments should be at the place, as the heads of all devices say. */
import type { DeviceId } from '../merge/stamp.ts';
import type { OtherLog } from './sync-state.ts';

type Others = Readonly<Record<DeviceId, OtherLog>>;

/**
 * Does a device say that a segment need not be there? Its author does so by a later one that does not name it any more,
 * any other device by having read that far without naming it.
 */
function isAccounted(by: DeviceId, log: OtherLog, device: DeviceId, number: number): boolean {
  if (log.live[device]?.includes(number)) return false;
  return by === device ? log.newest > number : (log.seen[device] ?? 0) >= number;
}

/**
 * Numbers of a device's segments that are missing.
 *
 * @param there those that are at the place
 * @param before those that were missing already
 */
export function missingOf(
  device: DeviceId,
  there: readonly number[],
  others: Others,
  before: readonly number[] = [],
): number[] {
  const heads = Object.entries(others);
  const named = new Set([...(others[device]?.read ?? []), ...before]);
  for (const [, { live }] of heads) for (const number of live[device] ?? []) named.add(number);
  for (const number of there) named.delete(number);
  return [...named].filter((number) => !heads.some(([by, log]) => isAccounted(by, log, device, number)));
}
