/**
 * Takes over the log of a device that no longer writes: a lost device that the user removes, or a former id of this
 * device, whose profile was copied or restored from a backup. Otherwise, deleted content would stay in that log, and
 * unreferenced files could never be deleted, because the device would never report that it has read the changes.
 */

import { segmentName } from '../format/remote-layout.ts';
import { SyncError } from '../format/sync-errors.ts';
import type { DeviceId } from '../merge/stamp.ts';
import { deleteObsolete, writeSnapshot } from './check-own-log.ts';
import type { Engine } from './engine.ts';
import { readOtherLogs } from './read-other-logs.ts';
import { reconcile } from './reconcile.ts';
import { deleteOptionalFile } from './remote-files.ts';
import { EMPTY_OTHER_LOG, findUnreadSegments, type Listing, listSegments } from './segment-listing.ts';
import { readState, writeState } from './sync-state.ts';
import { writeUnsent } from './write-own-log.ts';

/**
 * Removes a lost device: takes over its records, then deletes its log. The device keeps its local data. If it reconnects,
 * it detects the removal, and writes no more.
 *
 * @param device the device's id
 * @throws SyncError `unreadFiles` if some of the device's segments could not be read
 * @throws the remote store's errors, after which the removal can be repeated. If only the deletion of segments fails,
 *   nothing is thrown, and later runs delete them
 */
export async function removeDevice(engine: Engine, device: string): Promise<void> {
  const { db, config } = engine;
  if (device === config.device) throw new SyncError('failed', 'a device can’t remove itself');
  const listing = await listSegments(engine);
  await readOtherLogs({ ...engine, ignoresRetryDelays: true }, listing);
  const others = (await readState(db, 'others')) ?? {};
  if (findUnreadSegments(listing, others, config.device).some((segment) => segment.device === device))
    throw new SyncError('unreadFiles', 'some segments of the device could not be read');
  await takeOver(engine, device, 'removed', listing);
}

/**
 * Declares that a device id is no longer used, writes a snapshot, and deletes the segments of its log that this device has
 * read.
 *
 * @param reason `removed`: the device stops if it reconnects. `finished`: a copy of the profile that still uses the id
 *   switches to a new one
 */
async function takeOver(
  engine: Engine,
  device: DeviceId,
  reason: 'removed' | 'finished',
  listing: Listing,
): Promise<void> {
  const { db, key } = engine;
  const name = key.computeName('record', `device\n${device}`);
  const fields = { [reason]: [engine.clock.next(), device] as const };
  await reconcile(engine, [{ key: name, kind: 'device', local: null, incoming: { fields, gone: null } }]);
  await db.syncRecords.update(name, { fresh: [reason], dirty: 1 });
  await writeUnsent(engine);
  const obsolete = await writeSnapshot(engine);
  // Segments that were written after the listing, and unreadable ones, are kept. Later runs read them.
  const readNumbers = new Set(((await readState(db, 'others'))?.[device] ?? EMPTY_OTHER_LOG).read);
  const removedDevices = new Set([...((await readState(db, 'removed')) ?? []), device]);
  const numbers = (listing.get(device) ?? []).filter((number) => readNumbers.has(number));
  // Before this transaction, the device is still in the list of devices, so that an interrupted removal can be repeated.
  // Afterwards, only its files remain to be deleted.
  await db.transaction('rw', db.syncState, async () => {
    await writeState(db, 'removed', [...removedDevices]);
    const taken = (await readState(db, 'takenOver')) ?? {};
    await writeState(db, 'takenOver', { ...taken, [device]: numbers });
  });
  try {
    await deleteObsolete(engine, obsolete);
    await deleteTakenOverLogs(engine);
  } catch (error) {
    engine.signal.throwIfAborted();
    console.warn('offprint: could not delete the log of a removed device; the next run retries', error);
  }
}

/**
 * Deletes the remaining files of logs that this device has taken over.
 *
 * @throws the remote store's errors; the next call continues
 */
async function deleteTakenOverLogs(engine: Engine): Promise<void> {
  const { db } = engine;
  for (const [device, numbers] of Object.entries((await readState(db, 'takenOver')) ?? {})) {
    const remaining: number[] = [];
    for (const number of numbers)
      if (!(await deleteOptionalFile(engine, segmentName({ device, number })))) remaining.push(number);
    await db.transaction('rw', db.syncState, async () => {
      const { [device]: _, ...otherLogs } = (await readState(db, 'takenOver')) ?? {};
      // Reversed, so that the next run begins with the files that this one did not reach.
      await writeState(db, 'takenOver', {
        ...otherLogs,
        ...(remaining.length > 0 && { [device]: remaining.reverse() }),
      });
    });
  }
}

/** Records a former id of this device. Must run inside a transaction that includes `syncState`. */
export async function recordFormerId({ db }: Engine, device: DeviceId): Promise<void> {
  await writeState(db, 'formerIds', [...((await readState(db, 'formerIds')) ?? []), device]);
}

/**
 * Takes over the logs of former ids of this device, and deletes the remaining files of logs that were taken over.
 *
 * @param listing the listing whose readable segments have been read
 * @throws the remote store's errors; the next call continues
 */
export async function takeOverFormerIds(engine: Engine, listing: Listing): Promise<void> {
  const { db } = engine;
  await deleteTakenOverLogs(engine);
  for (const device of (await readState(db, 'formerIds')) ?? []) {
    // Even if another copy has already taken it over, only this device may have the last changes under that id.
    await takeOver(engine, device, 'finished', listing);
    const remaining = ((await readState(db, 'formerIds')) ?? []).filter((id) => id !== device);
    await writeState(db, 'formerIds', remaining);
  }
}
