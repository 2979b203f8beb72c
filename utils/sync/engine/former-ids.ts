/**
 * A profile that was copied or put back from a backup has gone on under a new id. Where its former self does not write
 * any more, the log under the old id is nobody's: what was deleted since would stay in it, and no file at the place would
 * ever go, as nothing says that it has been read there.
 */
import { SyncError } from '../format/sync-errors.ts';
import type { DeviceId } from '../merge/stamp.ts';
import type { Engine } from './engine-types.ts';
import { removeDevice } from './set-up.ts';
import { readState, writeState } from './sync-state.ts';

/** A copy that is in use writes at least once a day; one that has not for so long is none (ms). */
const SILENT_FOR = 30 * 24 * 3_600_000;

/** Inside a transaction that holds `syncState`. */
export async function noteFormerId({ db, now }: Engine, device: DeviceId): Promise<void> {
  const former = (await readState(db, 'formerIds')) ?? {};
  await writeState(db, 'formerIds', { ...former, [device]: now() });
}

/**
 * Takes over the log of a former id of this device under which nobody has written for long.
 *
 * @throws what the place throws; the next run does it then
 */
export async function takeOverFormer(engine: Engine): Promise<void> {
  const { db, now } = engine;
  const former = await readState(db, 'formerIds');
  if (former === null) return;
  const forget = async (device: DeviceId): Promise<void> => {
    const { [device]: _, ...rest } = (await readState(db, 'formerIds')) ?? {};
    await writeState(db, 'formerIds', rest);
  };
  for (const [device, since] of Object.entries(former)) {
    const removed = (await readState(db, 'removed')) ?? [];
    const log = (await readState(db, 'others'))?.[device];
    if (removed.includes(device) && log === undefined) await forget(device);
    if (log === undefined || now() - Math.max(since, log.at) < SILENT_FOR) continue;
    try {
      await removeDevice(engine, device);
      await forget(device);
    } catch (error) {
      // Not all of it could be read: another month.
      if (!(error instanceof SyncError) || error.code !== 'unreadFiles') throw error;
      await writeState(db, 'formerIds', { ...former, [device]: now() });
    }
  }
}
