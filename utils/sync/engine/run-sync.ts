/** Performs a complete run of sync. */

import { CopiedProfileError } from '../format/sync-errors.ts';
import { newDeviceId } from '../merge/stamp.ts';
import { checkOwnLog, replaceOwnLog } from './check-own-log.ts';
import type { Engine } from './engine.ts';
import { fetchMissingContent } from './fetch-content.ts';
import { maintainRemote } from './maintain-remote.ts';
import { repairGaps } from './missing-segments.ts';
import { readOtherLogs } from './read-other-logs.ts';
import { reconcileUnmatched } from './reconcile.ts';
import { recordLocalChanges } from './record-local-changes.ts';
import { checkKeyAndManifest, checkManifest } from './remote-manifest.ts';
import { recordFormerId, takeOverFormerIds } from './remove-device.ts';
import { clearContents } from './segment-contents.ts';
import { hasUnreadSegments, listSegments } from './segment-listing.ts';
import { EMPTY_OWN_LOG, INITIAL_STATUS, readState, writeState } from './sync-state.ts';
import { countUnsent, readOwnLog, releasePictures, writeUnsent } from './write-own-log.ts';

/**
 * Gives this device a new id, because a copy of its profile writes under the current one. The next run takes over the log
 * under the old id, and sends all records again, since the copy may have overwritten some segments.
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
    // The stored numbers refer to the log under the old id.
    await db.syncGarbage.toCollection().modify({ number: 0 });
    await clearContents(engine);
  });
}

/** Whether the last run succeeded less than `maxAgeMs` ago and there are no unsent changes. */
async function isUpToDate(engine: Engine, maxAgeMs: number): Promise<boolean> {
  const status = await readState(engine.db, 'status');
  if (status === null || status.syncedAt === null || status.trouble !== null) return false;
  return Math.abs(engine.now() - status.syncedAt) < maxAgeMs && (await countUnsent(engine)) === 0;
}

/**
 * Exchanges changes with the remote store. May be interrupted at any time and started again.
 *
 * @param maxAgeMs if the last successful run is more recent, and there are no unsent changes, the remote store is not
 *   contacted
 * @param mayConnect false to only record local changes, without contacting the remote store
 * @returns whether the engine must be reopened, because the device has a new id
 * @throws the remote store's errors, SyncError, and the database's errors. Completed steps stay done
 */
export async function runSync(
  engine: Engine,
  maxAgeMs = 0,
  mayConnect = true,
): Promise<{ mustReopen: boolean }> {
  await recordLocalChanges(engine);
  await releasePictures(engine);
  // Local changes are recorded in any case, so that their stamps have the right times and don't override later changes by
  // other devices.
  if (engine.config.isPaused || !mayConnect) return { mustReopen: false };
  if (await isUpToDate(engine, maxAgeMs)) return { mustReopen: false };
  try {
    await exchangeChanges(engine);
    return { mustReopen: false };
  } catch (error) {
    if (!(error instanceof CopiedProfileError)) throw error;
    await switchDeviceId(engine);
    return { mustReopen: true };
  }
}

/** Reads the segments of other devices, sends local changes, and maintains the remote store. */
async function exchangeChanges(engine: Engine): Promise<void> {
  const { db } = engine;
  const listing = await listSegments(engine);
  const own = await readOwnLog(engine);
  const listed = listing.get(engine.config.device) ?? [];
  const hasUnread = await hasUnreadSegments(engine, listing);
  const isOwnLogInconsistent = listed.length !== own.sent.length || own.sent.length === 0;
  if (hasUnread || isOwnLogInconsistent || (await countUnsent(engine)) > 0)
    await checkManifest(engine, listing);
  const ownLogState = await checkOwnLog(engine, listing);
  const unreadable = await readOtherLogs(engine, listing);
  await reconcileUnmatched(engine);
  await writeUnsent(engine);
  // Not before reading the other logs, because this device may have been removed.
  if (ownLogState === 'incomplete') await replaceOwnLog(engine);
  const missing = await repairGaps(engine, listing);
  await fetchMissingContent(engine);
  // Writing incoming content may have changed local rows, such as names of tags or counts of pictures.
  await recordLocalChanges(engine);
  await writeUnsent(engine);
  engine.onProgress({ step: 'tidying', done: 0, total: null });
  await checkKeyAndManifest(engine, listing);
  await maintainRemote(engine);
  await takeOverFormerIds(engine, listing);
  const status = (await readState(db, 'status')) ?? INITIAL_STATUS;
  await writeState(db, 'status', { ...status, syncedAt: engine.now(), trouble: null, unreadable, missing });
}
