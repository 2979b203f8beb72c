/** One run of sync, from looking at what the user changed to being in step. */

import { CopiedProfileError } from '../format/sync-errors.ts';
import { checkOwn, isAllThere, sayAllAgain } from './check-own.ts';
import { deviceIdNow } from './device-id.ts';
import type { Engine } from './engine-types.ts';
import { fetchWanted } from './fetch-wanted.ts';
import { takeInChanges } from './find-changes.ts';
import { noteFormerId, takeOverFormer } from './former-ids.ts';
import { mendGaps } from './gaps.ts';
import { releasePictures } from './held-pictures.ts';
import { checkHead, checkManifest } from './place-manifest.ts';
import { hasNews, listSegments, readOthers } from './read-others.ts';
import { reconcileWaiting } from './reconcile.ts';
import { forgetContents } from './segment-contents.ts';
import { EMPTY_LOG, NO_STATUS, readState, writeState } from './sync-state.ts';
import { tidyPlace } from './tidy-place.ts';
import { countWaiting, readOwn, writeOwn } from './write-own.ts';

/**
 * Another device goes on under this one's id, or did: from now on this one has a new one. Where that one wrote over what
 * this one had said, all is said again.
 */
async function takeNewId(engine: Engine): Promise<void> {
  const { db } = engine;
  if (!(await isAllThere(engine))) await sayAllAgain(engine, () => false);
  await db.transaction('rw', db.syncState, db.syncGarbage, async () => {
    // As it is now: the user may have paused meanwhile, or changed what travels.
    const config = await readState(db, 'config');
    if (config !== null) {
      await noteFormerId(engine, config.device);
      await writeState(db, 'config', { ...config, device: deviceIdNow() });
    }
    await writeState(db, 'own', EMPTY_LOG);
    // Its numbers were of the other log.
    await db.syncGarbage.toCollection().modify({ number: 0 });
    await forgetContents(engine);
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
 * @param mayMeet false where the place is to be left alone: what was changed here is noted with its time, and no more
 * @returns whether this device has to be opened anew, under another id
 * @throws what the place throws, SyncError, and the database's errors. What was done stays done
 */
export async function runSync(engine: Engine, fresh = 0, mayMeet = true): Promise<{ mustReopen: boolean }> {
  await takeInChanges(engine);
  await releasePictures(engine);
  // What the user does meanwhile has its time, and wins over nothing that others do after it.
  if (engine.config.isPaused || !mayMeet) return { mustReopen: false };
  if (await isInStep(engine, fresh)) return { mustReopen: false };
  try {
    return await meetPlace(engine);
  } catch (error) {
    if (!(error instanceof CopiedProfileError)) throw error;
    await takeNewId(engine);
    return { mustReopen: true };
  }
}

/** Reads what others wrote, and writes what is new here. */
async function meetPlace(engine: Engine): Promise<{ mustReopen: boolean }> {
  const { db } = engine;
  const listing = await listSegments(engine);
  const own = await readOwn(engine);
  const there = listing.get(engine.config.device) ?? [];
  const isNews = await hasNews(engine, listing);
  const isOdd = there.length !== own.sent.length || own.sent.length === 0;
  if (isNews || isOdd || (await countWaiting(engine)) > 0) await checkManifest(engine, listing);
  if (await checkOwn(engine, listing)) {
    await takeNewId(engine);
    return { mustReopen: true };
  }
  const unreadable = await readOthers(engine, listing);
  await reconcileWaiting(engine);
  await writeOwn(engine);
  const missing = await mendGaps(engine, listing);
  await fetchWanted(engine);
  // What came or was fetched may have been changed by that: names of tags, counts of pictures.
  await takeInChanges(engine);
  await writeOwn(engine);
  engine.onProgress({ step: 'tidying', done: 0, total: null });
  await checkHead(engine, listing);
  await tidyPlace(engine);
  // What turned out to be damaged.
  if ((await countWaiting(engine)) > 0) await writeOwn(engine);
  await takeOverFormer(engine);
  const status = (await readState(db, 'status')) ?? NO_STATUS;
  await writeState(db, 'status', { ...status, syncedAt: engine.now(), trouble: null, unreadable, missing });
  return { mustReopen: false };
}
