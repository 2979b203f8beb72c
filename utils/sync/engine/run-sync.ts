/** One run of sync, from looking at what the user changed to being in step. */

import { readManifest } from '../format/manifest.ts';
import { MANIFEST } from '../format/place-layout.ts';
import { ForeignFolderError, SyncError } from '../format/sync-errors.ts';
import { deviceIdNow } from './device-id.ts';
import type { Engine } from './engine-types.ts';
import { fetchWanted } from './fetch-wanted.ts';
import { takeInChanges } from './find-changes.ts';
import { listSegments, readOthers, unreadSegments } from './read-others.ts';
import { reconcileWaiting } from './reconcile.ts';
import { EMPTY_LOG, NO_STATUS, readState, writeState } from './sync-state.ts';
import { checkOwn, tidyPlace } from './tidy-place.ts';
import { countWaiting, readOwn, writeOwn } from './write-own.ts';

/** @throws SyncError where the place is not the library's: nothing is read from it and nothing written then */
async function checkManifest({ place, config }: Engine): Promise<void> {
  const file = await place.get(MANIFEST);
  if (file === null) throw new SyncError('noLibrary', 'the library is not at its place any more');
  if (readManifest(await file.text()).library !== config.library) throw new ForeignFolderError();
}

/** Another device goes on under this one's id, or did: from now on this one has a new one. */
async function takeNewId({ db, config }: Engine): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    await writeState(db, 'config', { ...config, device: deviceIdNow() });
    await writeState(db, 'own', EMPTY_LOG);
  });
}

async function isInStep(engine: Engine, fresh: number): Promise<boolean> {
  const status = await readState(engine.db, 'status');
  if (status === null || status.syncedAt === null || status.trouble !== null) return false;
  return Math.abs(engine.now() - status.syncedAt) < fresh && (await countWaiting(engine)) === 0;
}

/**
 * Brings this device and its place in step. May be stopped at any time, and begun again.
 *
 * @param fresh where it was in step so few ms ago and nothing has changed here since, the place is not asked
 * @returns whether this device has to be opened anew, under another id
 * @throws what the place throws, SyncError, and the database's errors. What was done stays done
 */
export async function runSync(engine: Engine, fresh = 0): Promise<{ mustReopen: boolean }> {
  const { db } = engine;
  await takeInChanges(engine);
  // What the user does meanwhile has its time, and wins over nothing that others do after it.
  if (engine.config.isPaused) return { mustReopen: false };
  if (await isInStep(engine, fresh)) return { mustReopen: false };
  const listing = await listSegments(engine);
  const own = await readOwn(engine);
  const others = (await readState(db, 'others')) ?? {};
  const there = listing.get(engine.config.device) ?? [];
  const isNews = unreadSegments(listing, others, engine.config.device).length > 0;
  const isOdd = there.length !== own.sent.length || own.sent.length === 0;
  if (isNews || isOdd || (await countWaiting(engine)) > 0) await checkManifest(engine);
  if (await checkOwn(engine, listing)) {
    await takeNewId(engine);
    return { mustReopen: true };
  }
  const unreadable = await readOthers(engine, listing);
  await reconcileWaiting(engine);
  await writeOwn(engine);
  await fetchWanted(engine);
  // What came or was fetched may have been changed by that: names of tags, counts of pictures.
  await takeInChanges(engine);
  await writeOwn(engine);
  engine.onProgress({ step: 'tidying', done: 0, total: null });
  await tidyPlace(engine);
  const status = (await readState(db, 'status')) ?? NO_STATUS;
  await writeState(db, 'status', { ...status, syncedAt: engine.now(), trouble: null, unreadable });
  return { mustReopen: false };
}
