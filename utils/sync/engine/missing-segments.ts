/**
 * Handles segments of other devices that should exist in the remote store but are missing. The head of each segment lists
 * the segments that should exist. A device that has read a missing segment writes a snapshot, which contains its records.
 * A device that has not read it reports it to the user.
 */
import type { DeviceId } from '../merge/stamp.ts';
import { deleteObsolete, writeSnapshot } from './check-own-log.ts';
import type { Engine } from './engine.ts';
import { EMPTY_OTHER_LOG, findMissingSegments, type Listing, listSegments } from './segment-listing.ts';
import { readState, type SyncStateValues, writeState } from './sync-state.ts';
import { putSegment } from './write-own-log.ts';

/** A segment that has been missing for this long is lost, not just delayed. */
const GRACE_PERIOD_MS = 24 * 3_600_000;

/** Finds missing segments, and records when each was first missed. */
async function findGaps({ db, config, now }: Engine, listing: Listing): Promise<SyncStateValues['gaps']> {
  return db.transaction('rw', db.syncState, async () => {
    const others = (await readState(db, 'others')) ?? {};
    const previousGaps = (await readState(db, 'gaps')) ?? {};
    const removed = new Set([config.device, ...((await readState(db, 'removed')) ?? [])]);
    const devices = new Set(Object.entries(others).flatMap(([id, { live }]) => [id, ...Object.keys(live)]));
    const gaps: SyncStateValues['gaps'] = {};
    for (const device of devices) {
      if (removed.has(device)) continue;
      const firstMissedAt = previousGaps[device] ?? {};
      const missing = findMissingSegments(
        device,
        listing.get(device) ?? [],
        others,
        Object.keys(firstMissedAt).map(Number),
      );
      if (missing.length > 0)
        gaps[device] = Object.fromEntries(missing.map((number) => [number, firstMissedAt[number] ?? now()]));
    }
    if (Object.keys(gaps).length > 0) await writeState(db, 'gaps', gaps);
    else if (Object.keys(previousGaps).length > 0) await db.syncState.delete('gaps');
    return gaps;
  });
}

/** Removes segments that this device has replaced from those that it expects to exist. */
async function closeGap({ db }: Engine, device: DeviceId, numbers: readonly number[]): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const others = (await readState(db, 'others')) ?? {};
    const log = others[device] ?? EMPTY_OTHER_LOG;
    const read = log.read.filter((number) => !numbers.includes(number));
    await writeState(db, 'others', { ...others, [device]: { ...log, read } });
    const { [device]: gap = {}, ...gaps } = (await readState(db, 'gaps')) ?? {};
    const remaining = Object.entries(gap).filter(([number]) => !numbers.includes(Number(number)));
    await writeState(db, 'gaps', {
      ...gaps,
      ...(remaining.length > 0 && { [device]: Object.fromEntries(remaining) }),
    });
  });
}

/**
 * Replaces missing segments that this device has read.
 *
 * @returns the number of segments that have been missing for a day and that this device has never read
 * @throws the remote store's errors; the next call continues
 */
export async function repairGaps(engine: Engine, listing: Listing): Promise<number> {
  const { db, now } = engine;
  const isOverdue = (since: number): boolean => now() - since >= GRACE_PERIOD_MS;
  let unread = 0;
  const replaced: [DeviceId, number[]][] = [];
  for (const [device, gap] of Object.entries(await findGaps(engine, listing))) {
    const overdue = Object.entries(gap).flatMap(([number, since]) =>
      isOverdue(since) ? [Number(number)] : [],
    );
    const readNumbers = new Set((await readState(db, 'others'))?.[device]?.read ?? []);
    const overdueRead = overdue.filter((number) => readNumbers.has(number));
    unread += overdue.length - overdueRead.length;
    if (overdueRead.length === 0) continue;
    // List again, because servers and folder-sync programs may omit files from a single listing.
    const listed = (await listSegments(engine)).get(device) ?? [];
    const stillMissing = overdueRead.filter((number) => !listed.includes(number));
    if (stillMissing.length > 0) replaced.push([device, stillMissing]);
  }
  if (replaced.length === 0) return unread;
  const obsolete = await writeSnapshot(engine);
  for (const [device, numbers] of replaced) await closeGap(engine, device, numbers);
  // Its head tells the other devices that the missing segments are no longer expected.
  await putSegment(engine, []);
  await deleteObsolete(engine, obsolete);
  return unread;
}
