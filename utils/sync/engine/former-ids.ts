/**
 * A profile that was copied or put back from a backup has gone on under a new id. Where its former self does not write
 * any more, the log under the old id is nobody's: what was deleted since would stay in it, and no file at the place would
 * ever go, as nothing says that it has been read there.
 */
import { CopiedProfileError, SyncError } from '../format/sync-errors.ts';
import type { DeviceId } from '../merge/stamp.ts';
import type { Engine } from './engine-types.ts';
import { deleteTakenOver, removeDevice } from './set-up.ts';
import { readState, writeState } from './sync-state.ts';

/** A copy that is in use writes at least once a day; one that has not for so long is none (ms). */
const SILENT_FOR = 30 * 24 * 3_600_000;

/** What did not work is done again after that time (ms). */
const AGAIN_AFTER = 24 * 3_600_000;

/** Inside a transaction that holds `syncState`. */
export async function noteFormerId({ db, now }: Engine, device: DeviceId): Promise<void> {
  const former = (await readState(db, 'formerIds')) ?? {};
  await writeState(db, 'formerIds', { ...former, [device]: now() });
}

/**
 * Takes over the log of a former id of this device under which nobody has written for long, and deletes what is left of
 * logs that were taken over. Where the first does not work, that is done another day.
 *
 * @throws what the place throws of files that are to be deleted, CopiedProfileError, and where the run is stopped
 */
export async function takeOverFormer(engine: Engine): Promise<void> {
  const { db, now, signal } = engine;
  await deleteTakenOver(engine);
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
    if (isDone || log === undefined || now() - Math.max(since, log.at) < SILENT_FOR) continue;
    try {
      await removeDevice(engine, device);
      await forget(device);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof CopiedProfileError) throw error;
      // Not all of it could be read: another month. Or there was some other trouble, and nothing hangs on it: a day.
      const isUnread = error instanceof SyncError && error.code === 'unreadFiles';
      const next = isUnread ? now() : now() - SILENT_FOR + AGAIN_AFTER;
      await writeState(db, 'formerIds', { ...(await readState(db, 'formerIds')), [device]: next });
      console.warn('offprint: the log of a former id could not be taken over', error);
    }
  }
}
