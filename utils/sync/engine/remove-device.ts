/**
 * Removes a device from the library, and takes over its log. This is also done for former ids of this device: a profile
 * that was copied or restored from a backup continues under a new id. If the old id is no longer used for writing,
 * deleted content would stay in its log, and no unreferenced file could ever be deleted, since the old id would never
 * confirm what it has read.
 */

import { segmentName } from '../format/remote-layout.ts';
import type { KeyedRecord } from '../format/segment-file.ts';
import { CopiedProfileError, SyncError } from '../format/sync-errors.ts';
import { type DeviceId, deviceOf } from '../merge/stamp.ts';
import type { Engine } from './engine.ts';
import { readOthers } from './read-others.ts';
import { reconcile } from './reconcile.ts';
import { deleteOptionalFile, hasStoppedDeletes } from './remote-files.ts';
import { listSegments, unreadSegments } from './segment-listing.ts';
import { readState, writeState } from './sync-state.ts';
import { putSegment, writeUnsent } from './write-own.ts';

/** Maximum number of records per segment when a log is taken over. */
const BATCH_SIZE = 200;

/**
 * Removes a lost device: takes over its records, then deletes its log. The device keeps its local data. If it returns,
 * it notices the removal and writes nothing more.
 *
 * @throws the remote store's errors; the removal can be repeated then. If only the deletion of log files fails, nothing
 *   is thrown and later runs delete them. SyncError `unreadFiles` if some of its files could not be read
 */
export async function removeDevice(engine: Engine, device: string): Promise<void> {
  const { db, key, config } = engine;
  if (device === config.device) throw new SyncError('failed', 'a device does not remove itself');
  const listing = await listSegments(engine);
  await readOthers(engine, listing, true);
  const known = (await readState(db, 'others')) ?? {};
  if (unreadSegments(listing, known, config.device).some((one) => one.device === device))
    throw new SyncError('unreadFiles', 'not all that the device wrote could be read');
  const name = key.nameOf('record', `device\n${device}`);
  const fields = { removed: [engine.clock.next(), device] as const };
  await reconcile(engine, [{ key: name, kind: 'device', local: null, incoming: { fields, gone: null } }]);
  await db.syncRecords.update(name, { fresh: ['removed'], dirty: 1 });
  await writeUnsent(engine);
  const others = (await readState(db, 'others')) ?? {};
  const removed = [...new Set([...((await readState(db, 'removed')) ?? []), device])];
  const left = new Set(Object.keys(others).filter((one) => !removed.includes(one)));
  left.add(config.device);
  const isTheirs = (stamp: string | null): boolean => stamp !== null && !left.has(deviceOf(stamp));
  const taken: KeyedRecord[] = [];
  await db.syncRecords.each(({ key, kind, fields, gone }) => {
    const theirs = Object.entries(fields).filter(([, [stamp]]) => isTheirs(stamp));
    const record = { fields: Object.fromEntries(theirs), gone: isTheirs(gone) ? gone : null };
    if (theirs.length > 0 || record.gone !== null)
      taken.push({ key, kind: kind as KeyedRecord['kind'], record });
  });
  for (let from = 0; from < taken.length; from += BATCH_SIZE)
    await putSegment(engine, taken.slice(from, from + BATCH_SIZE));
  // Segments that the device wrote since the listing are read by the next run, and stay.
  const numbers = [...(listing.get(device) ?? [])];
  // Until this transaction, the device is still listed, and an interrupted removal can be repeated. From here on, only
  // its files are left to delete.
  await db.transaction('rw', db.syncState, async () => {
    await writeState(db, 'removed', removed);
    const taken = (await readState(db, 'takenOver')) ?? {};
    await writeState(db, 'takenOver', { ...taken, [device]: { numbers, triedAt: 0 } });
  });
  try {
    await deleteTakenOverLogs(engine);
  } catch (error) {
    engine.signal.throwIfAborted();
    console.warn('offprint: the next run deletes the log of a device that was removed', error);
  }
}

/** Delay before retrying files that the server refused to delete. */
const DELETE_RETRY_MS = 24 * 3_600_000;

/**
 * Deletes the remaining files of logs that this device has taken over.
 *
 * @throws the remote store's errors; the next call continues
 */
export async function deleteTakenOverLogs(engine: Engine): Promise<void> {
  const { db, now, ignoresRetryDelays } = engine;
  for (const [device, { numbers, triedAt }] of Object.entries((await readState(db, 'takenOver')) ?? {})) {
    if (!ignoresRetryDelays && Math.abs(now() - triedAt) < DELETE_RETRY_MS) continue;
    const left: number[] = [];
    const untried: number[] = [];
    for (const number of numbers)
      if (hasStoppedDeletes(engine)) untried.push(number);
      else if (!(await deleteOptionalFile(engine, segmentName({ device, number })))) left.push(number);
    await db.transaction('rw', db.syncState, async () => {
      const { [device]: _, ...taken } = (await readState(db, 'takenOver')) ?? {};
      const { [device]: __, ...others } = (await readState(db, 'others')) ?? {};
      // The next run starts with the files that this one did not reach.
      const after = { numbers: [...untried, ...left], triedAt: untried.length > 0 ? 0 : now() };
      if (after.numbers.length === 0) await writeState(db, 'others', others);
      const rest = { ...taken, ...(after.numbers.length > 0 && { [device]: after }) };
      await writeState(db, 'takenOver', rest);
    });
  }
}

/** A copy that is in use writes at least once a day. An id without writes for this long is abandoned. */
const ABANDONED_AFTER_MS = 30 * 24 * 3_600_000;

/** Delay before retrying a failed takeover. */
const RETRY_AFTER_MS = 24 * 3_600_000;

/** Must run inside a transaction that includes `syncState`. */
export async function recordFormerId({ db, now }: Engine, device: DeviceId): Promise<void> {
  const former = (await readState(db, 'formerIds')) ?? {};
  await writeState(db, 'formerIds', { ...former, [device]: now() });
}

/**
 * Takes over the logs of former ids of this device that are abandoned, and deletes the remaining files of logs that
 * were taken over. A failed takeover is retried later.
 *
 * @throws the remote store's errors of deletions, CopiedProfileError, and if the run is aborted
 */
export async function takeOverFormerIds(engine: Engine): Promise<void> {
  const { db, now, signal } = engine;
  await deleteTakenOverLogs(engine);
  const former = await readState(db, 'formerIds');
  if (former === null) return;
  const forget = async (device: DeviceId): Promise<void> => {
    const { [device]: _, ...rest } = (await readState(db, 'formerIds')) ?? {};
    await writeState(db, 'formerIds', rest);
  };
  for (const [device, since] of Object.entries(former)) {
    const removed = (await readState(db, 'removed')) ?? [];
    const taken = (await readState(db, 'takenOver')) ?? {};
    const log = (await readState(db, 'others'))?.[device];
    const isDone = removed.includes(device) && (log === undefined || taken[device] !== undefined);
    if (isDone) await forget(device);
    if (isDone || log === undefined || now() - Math.max(since, log.at) < ABANDONED_AFTER_MS) continue;
    try {
      await removeDevice(engine, device);
      await forget(device);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof CopiedProfileError) throw error;
      // Retry after another month if some files were unreadable, or after a day for any other error, since nothing
      // depends on it.
      const isUnread = error instanceof SyncError && error.code === 'unreadFiles';
      const next = isUnread ? now() : now() - ABANDONED_AFTER_MS + RETRY_AFTER_MS;
      await writeState(db, 'formerIds', { ...(await readState(db, 'formerIds')), [device]: next });
      console.warn('offprint: the log of a former id could not be taken over', error);
    }
  }
}
