/**
 * Takes over the log of a device that does not write any more: a lost device that the user removes, or a former id of this
 * device, which has a new id because its profile was copied or restored from a backup. Deleted content would stay in
 * such a log, and no unreferenced file could ever be deleted, since nobody would confirm what the device has read.
 */

import { segmentName } from '../format/remote-layout.ts';
import { SyncError } from '../format/sync-errors.ts';
import type { DeviceId } from '../merge/stamp.ts';
import { deleteObsolete, writeSnapshot } from './check-own.ts';
import type { Engine } from './engine.ts';
import { readOthers } from './read-others.ts';
import { reconcile } from './reconcile.ts';
import { deleteOptionalFile } from './remote-files.ts';
import { EMPTY_OTHER_LOG, type Listing, listSegments, unreadSegments } from './segment-listing.ts';
import { readState, writeState } from './sync-state.ts';
import { writeUnsent } from './write-own.ts';

/**
 * Removes a lost device: takes over its records, then deletes its log. The device keeps its local data. If it returns,
 * it notices the removal and writes nothing more.
 *
 * @throws the remote store's errors; the removal can be repeated then. If only the deletion of log files fails, nothing
 *   is thrown and later runs delete them. SyncError `unreadFiles` if some of its files could not be read
 */
export async function removeDevice(engine: Engine, device: string): Promise<void> {
  const { db, config } = engine;
  if (device === config.device) throw new SyncError('failed', 'a device does not remove itself');
  const listing = await listSegments(engine);
  await readOthers({ ...engine, ignoresRetryDelays: true }, listing);
  const known = (await readState(db, 'others')) ?? {};
  if (unreadSegments(listing, known, config.device).some((one) => one.device === device))
    throw new SyncError('unreadFiles', 'not all that the device wrote could be read');
  await takeOver(engine, device, 'removed', listing);
}

/**
 * Declares that a device writes nothing more, writes its records again, and deletes the segments of its log that this
 * device has read.
 *
 * @param how `removed`: the device stops if it returns. `finished`: a copy of the profile may still write under that id;
 *   it goes on under a new one
 */
async function takeOver(
  engine: Engine,
  device: DeviceId,
  how: 'removed' | 'finished',
  listing: Listing,
): Promise<void> {
  const { db, key } = engine;
  const name = key.nameOf('record', `device\n${device}`);
  const fields = { [how]: [engine.clock.next(), device] as const };
  await reconcile(engine, [{ key: name, kind: 'device', local: null, incoming: { fields, gone: null } }]);
  await db.syncRecords.update(name, { fresh: [how], dirty: 1 });
  await writeUnsent(engine);
  const obsolete = await writeSnapshot(engine);
  // Segments that were written since the listing are read by the next run, and stay, as do unreadable ones.
  const read = new Set(((await readState(db, 'others'))?.[device] ?? EMPTY_OTHER_LOG).read);
  const removed = new Set([...((await readState(db, 'removed')) ?? []), device]);
  const numbers = (listing.get(device) ?? []).filter((number) => read.has(number));
  // Until this transaction, the device is still listed, and an interrupted removal can be repeated. From here on, only
  // its files are left to delete.
  await db.transaction('rw', db.syncState, async () => {
    await writeState(db, 'removed', [...removed]);
    const taken = (await readState(db, 'takenOver')) ?? {};
    await writeState(db, 'takenOver', { ...taken, [device]: numbers });
  });
  try {
    await deleteObsolete(engine, obsolete);
    await deleteTakenOverLogs(engine);
  } catch (error) {
    engine.signal.throwIfAborted();
    console.warn('offprint: the next run deletes the log of a device that was removed', error);
  }
}

/**
 * Deletes the remaining files of logs that this device has taken over.
 *
 * @throws the remote store's errors; the next call continues
 */
export async function deleteTakenOverLogs(engine: Engine): Promise<void> {
  const { db } = engine;
  for (const [device, numbers] of Object.entries((await readState(db, 'takenOver')) ?? {})) {
    const left: number[] = [];
    for (const number of numbers)
      if (!(await deleteOptionalFile(engine, segmentName({ device, number })))) left.push(number);
    await db.transaction('rw', db.syncState, async () => {
      const { [device]: _, ...taken } = (await readState(db, 'takenOver')) ?? {};
      // The next run begins at the other end, with the files that this one did not reach.
      await writeState(db, 'takenOver', { ...taken, ...(left.length > 0 && { [device]: left.reverse() }) });
    });
  }
}

/** Must run inside a transaction that includes `syncState`. */
export async function recordFormerId({ db }: Engine, device: DeviceId): Promise<void> {
  await writeState(db, 'formerIds', [...((await readState(db, 'formerIds')) ?? []), device]);
}

/**
 * Takes over the logs of former ids of this device, and deletes the remaining files of logs that were taken over.
 *
 * @param listing all readable segments in it were read
 * @throws the remote store's errors; the next call continues
 */
export async function takeOverFormerIds(engine: Engine, listing: Listing): Promise<void> {
  const { db } = engine;
  await deleteTakenOverLogs(engine);
  for (const device of (await readState(db, 'formerIds')) ?? []) {
    // Even if another copy has taken it over before, only this device may have what it said last.
    await takeOver(engine, device, 'finished', listing);
    const left = ((await readState(db, 'formerIds')) ?? []).filter((one) => one !== device);
    await writeState(db, 'formerIds', left);
  }
}
