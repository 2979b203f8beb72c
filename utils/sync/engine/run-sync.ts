/** One complete run of sync. */

import { CopiedProfileError } from '../format/sync-errors.ts';
import { newDeviceId } from '../merge/stamp.ts';
import { checkOwnLog, replaceOwnLog } from './check-own.ts';
import { tidyRemote } from './compact-own.ts';
import type { Engine } from './engine.ts';
import { fetchMissingContent } from './fetch-content.ts';
import { recordLocalChanges } from './find-changes.ts';
import { repairGaps } from './missing-segments.ts';
import { readOthers } from './read-others.ts';
import { reconcileUnmatched } from './reconcile.ts';
import { checkKeyAndManifest, checkManifest } from './remote-manifest.ts';
import { recordFormerId, takeOverFormerIds } from './remove-device.ts';
import { clearContents } from './segment-contents.ts';
import { hasUnreadSegments, listSegments } from './segment-listing.ts';
import { EMPTY_OWN_LOG, NO_STATUS, readState, writeState } from './sync-state.ts';
import { countUnsent, readOwnLog, releasePictures, writeUnsent } from './write-own.ts';

/**
 * Gives this device a new id, because a copy of its profile writes under the current one. The next run takes over the log
 * under the old id, and sends again what the copy may have overwritten.
 */
async function switchDeviceId(engine: Engine): Promise<void> {
  const { db } = engine;
  await db.transaction('rw', db.syncState, db.syncGarbage, async () => {
    // Read again, because the user may have paused sync or changed its settings meanwhile.
    const config = await readState(db, 'config');
    if (config !== null) {
      await recordFormerId(engine, config.device);
      await writeState(db, 'config', { ...config, device: newDeviceId() });
    }
    await writeState(db, 'own', EMPTY_OWN_LOG);
    // These numbers refer to the log under the old id.
    await db.syncGarbage.toCollection().modify({ number: 0 });
    await clearContents(engine);
  });
}

async function isUpToDate(engine: Engine, fresh: number): Promise<boolean> {
  const status = await readState(engine.db, 'status');
  if (status === null || status.syncedAt === null || status.trouble !== null) return false;
  return Math.abs(engine.now() - status.syncedAt) < fresh && (await countUnsent(engine)) === 0;
}

/**
 * Exchanges changes with the remote store. May be interrupted at any time and started again.
 *
 * @param fresh if the last successful run is less than this many milliseconds ago and nothing has changed locally
 *   since, the remote store is not contacted
 * @param mayConnect false to only record local changes with their timestamps, without contacting the remote store
 * @returns whether the engine must be reopened, because the device has a new id
 * @throws the remote store's errors, SyncError, and the database's errors. Completed steps stay done
 */
export async function runSync(
  engine: Engine,
  fresh = 0,
  mayConnect = true,
): Promise<{ mustReopen: boolean }> {
  await recordLocalChanges(engine);
  await releasePictures(engine);
  // Local changes are already recorded with their own time, so they don't override later changes of other devices.
  if (engine.config.isPaused || !mayConnect) return { mustReopen: false };
  if (await isUpToDate(engine, fresh)) return { mustReopen: false };
  try {
    await exchange(engine);
    return { mustReopen: false };
  } catch (error) {
    if (!(error instanceof CopiedProfileError)) throw error;
    await switchDeviceId(engine);
    return { mustReopen: true };
  }
}

/** Reads the segments of other devices and sends local changes. */
async function exchange(engine: Engine): Promise<void> {
  const { db } = engine;
  const listing = await listSegments(engine);
  const own = await readOwnLog(engine);
  const listed = listing.get(engine.config.device) ?? [];
  const isNew = await hasUnreadSegments(engine, listing);
  const isInconsistent = listed.length !== own.sent.length || own.sent.length === 0;
  if (isNew || isInconsistent || (await countUnsent(engine)) > 0) await checkManifest(engine, listing);
  const ownLog = await checkOwnLog(engine, listing);
  const unreadable = await readOthers(engine, listing);
  await reconcileUnmatched(engine);
  await writeUnsent(engine);
  // Not earlier, because this device may have been removed.
  if (ownLog === 'incomplete') await replaceOwnLog(engine);
  const missing = await repairGaps(engine, listing);
  await fetchMissingContent(engine);
  // Incoming content may have changed local rows, such as names of tags or counts of pictures.
  await recordLocalChanges(engine);
  await writeUnsent(engine);
  engine.onProgress({ step: 'tidying', done: 0, total: null });
  await checkKeyAndManifest(engine, listing);
  await tidyRemote(engine);
  await takeOverFormerIds(engine, listing);
  const status = (await readState(db, 'status')) ?? NO_STATUS;
  await writeState(db, 'status', { ...status, syncedAt: engine.now(), trouble: null, unreadable, missing });
}
