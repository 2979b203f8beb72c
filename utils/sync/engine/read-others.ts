/** Reads new segments of the other devices and applies their records. */
import { type SegmentName, segmentName } from '../format/remote-layout.ts';
import { type KeyedRecord, KINDS, readSegment, type Segment } from '../format/segment-file.ts';
import { CopiedProfileError, SyncError, UnreadableFileError } from '../format/sync-errors.ts';
import { inParallel } from '../in-parallel.ts';
import { EMPTY_RECORD, isAlive, mergeRecords } from '../merge/record.ts';
import type { DeviceId } from '../merge/stamp.ts';
import type { Engine } from './engine.ts';
import type { Task } from './local-rows.ts';
import { reconcile } from './reconcile.ts';
import { getOptionalFile, hasStopped, MAX_BYTES, mustWaitForRetry } from './remote-files.ts';
import { EMPTY_OTHER_LOG, type Listing, missingSegments, unreadSegments } from './segment-listing.ts';
import { CHECK_NOW, type OtherLog, readState, type SyncStates, writeState } from './sync-state.ts';
import { syncSettings } from './synced-settings.ts';
import { fetchTextFile, type TextBody } from './text-body.ts';

/** Records per transaction, and files that are requested in parallel. */
const BATCH_SIZE = 20;
const MAX_REQUESTS = 6;

/** Fetches the texts that incoming records refer to, unless they are those already known. */
async function fetchTexts(
  engine: Engine,
  records: readonly KeyedRecord[],
): Promise<Map<string, TextBody | null>> {
  const wanted = new Set<string>();
  const known = await engine.db.syncRecords.bulkGet(records.map(({ key }) => key));
  for (const [i, { record }] of records.entries()) {
    const row = known[i];
    const before = row ? { fields: row.fields, gone: row.gone } : EMPTY_RECORD;
    const value = mergeRecords(before, record).fields.text;
    const { body } = (value?.[1] ?? {}) as { body?: unknown };
    if (typeof body !== 'string' || (value?.[0] === before.fields.text?.[0] && !row?.lacksText)) continue;
    wanted.add(body);
  }
  const bodies = new Map<string, TextBody | null>();
  await inParallel([...wanted], MAX_REQUESTS, async (name) => {
    const body = hasStopped(engine, 'content') ? null : await fetchTextFile(engine, name);
    bodies.set(name, body === 'unavailable' ? null : body);
  });
  return bodies;
}

const isTagRemoval = ({ kind, record }: KeyedRecord): boolean => kind === 'tag' && !isAlive(record);

/**
 * Defers the removal of tags until all segments are read: until then, articles on this device may still have the tag
 * and would restore it. The removals are stored, because the segment counts as read before they are applied.
 */
async function deferTagRemovals({ db }: Engine, records: readonly KeyedRecord[]): Promise<void> {
  const gone = records.filter(isTagRemoval);
  if (gone.length === 0) return;
  await db.transaction('rw', db.syncState, async () => {
    const kept = (await readState(db, 'tagsGone')) ?? [];
    await writeState(db, 'tagsGone', [...kept, ...gone]);
  });
}

async function reconcileRecords(engine: Engine, kept: readonly KeyedRecord[]): Promise<void> {
  for (let from = 0; from < kept.length; from += BATCH_SIZE) {
    engine.signal.throwIfAborted();
    const tasks = kept
      .slice(from, from + BATCH_SIZE)
      .map(({ key, kind, record }): Task => ({ key, kind, local: null, incoming: record }));
    await reconcile(engine, tasks);
    await engine.yieldTurn();
  }
}

/** The records that are no longer deleted once their pending fields are applied. */
async function filterResurrected({ db }: Engine, late: readonly KeyedRecord[]): Promise<KeyedRecord[]> {
  const rows = await db.syncRecords.bulkGet(late.map(({ key }) => key));
  return late.filter(({ record }, i) => isAlive(mergeRecords(rows[i] ?? EMPTY_RECORD, record)));
}

/**
 * Fields of a deleted record have no effect until the record is restored. Then they are applied, and no longer kept.
 */
async function applyPendingFields(engine: Engine, isAllRead: boolean): Promise<void> {
  const { db } = engine;
  const late = Object.values((await readState(db, 'late')) ?? {});
  if (late.length === 0) return;
  // The last time, apply all of them, in case the user has restored a record at this moment.
  const taken = isAllRead ? late : await filterResurrected(engine, late);
  await reconcileRecords(engine, taken);
  if (isAllRead || taken.length === 0) return;
  await db.transaction('rw', db.syncState, db.syncRecords, async () => {
    const kept = (await readState(db, 'late')) ?? {};
    for (const { key } of await filterResurrected(engine, taken)) delete kept[key];
    if (Object.keys(kept).length === 0) await db.syncState.delete('late');
    else await writeState(db, 'late', kept);
  });
}

/**
 * Applies what was deferred until all segments are read. A device can only have changed a restored record after reading
 * its restoration, so the restoration is in a segment that was available together with that device's own.
 *
 * @param isAllRead no segment is left that may restore a deleted record
 */
async function applyDeferred(engine: Engine, isAllRead: boolean): Promise<void> {
  const { db } = engine;
  // First, because the pending fields may remove deferred tags from articles.
  await applyPendingFields(engine, isAllRead);
  const tagsGone = (await readState(db, 'tagsGone')) ?? [];
  await reconcileRecords(engine, tagsGone);
  if (tagsGone.length > 0) await db.syncState.delete('tagsGone');
  if (isAllRead && (await readState(db, 'late')) !== null) await db.syncState.delete('late');
}

async function applySegment(engine: Engine, { records }: Segment): Promise<void> {
  const inOrder = records
    .filter((one) => one.kind !== 'setting' && !isTagRemoval(one))
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const chunkAt = (from: number): KeyedRecord[] => inOrder.slice(from, from + BATCH_SIZE);
  const fetchFor = (from: number): ReturnType<typeof fetchTexts> => {
    const bodies = fetchTexts(engine, chunkAt(from));
    // A failure is reported when the texts are awaited; this avoids an unhandled rejection if they never are.
    bodies.catch(() => undefined);
    return bodies;
  };
  let fetching = fetchFor(0);
  for (let from = 0; from < inOrder.length; from += BATCH_SIZE) {
    engine.signal.throwIfAborted();
    const bodies = await fetching;
    // Fetch the next texts while these records are written.
    fetching = fetchFor(from + BATCH_SIZE);
    const tasks = chunkAt(from).map(
      ({ key, kind, record }): Task => ({
        ...{ key, kind, local: null, incoming: record, bodies },
      }),
    );
    await reconcile(engine, tasks);
    await engine.yieldTurn();
  }
  await deferTagRemovals(engine, records);
  for (const { kind, record } of records) {
    if (kind === 'setting') await syncSettings(engine, record);
    if (kind !== 'device') continue;
    const { removed, finished } = record.fields;
    if (typeof removed?.[1] === 'string') await recordRemovedDevice(engine, removed[1]);
    if (typeof finished?.[1] === 'string') await recordFinishedId(engine, finished[1]);
  }
}

async function addRemoved({ db }: Engine, device: DeviceId): Promise<void> {
  const removed = (await readState(db, 'removed')) ?? [];
  if (!removed.includes(device)) await writeState(db, 'removed', [...removed, device]);
}

/** @throws CopiedProfileError if a copy of this profile goes on under another id and has taken over this device's log */
async function recordFinishedId(engine: Engine, device: DeviceId): Promise<void> {
  await addRemoved(engine, device);
  if (device === engine.config.device) throw new CopiedProfileError();
}

/** @throws SyncError if this device itself was removed; then it must not write anything more */
async function recordRemovedDevice(engine: Engine, device: DeviceId): Promise<void> {
  await addRemoved(engine, device);
  if (device === engine.config.device)
    throw new SyncError('removedDevice', 'this device was removed from the library by another one');
}

/** Records that a segment was read. */
async function recordSegmentRead({ db }: Engine, { head }: Segment): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const others = (await readState(db, 'others')) ?? {};
    const before = others[head.device] ?? EMPTY_OTHER_LOG;
    const isNewest = head.number >= before.newest;
    const { name, at, seen, live } = isNewest ? head : before;
    const newest = Math.max(head.number, before.newest);
    const after: OtherLog = { ...before, name, at, seen, live, newest, read: [...before.read, head.number] };
    await writeState(db, 'others', { ...others, [head.device]: after });
    // A new device may be a copy of this profile that has switched to its own id and has overwritten one of our
    // segments before.
    if (others[head.device] === undefined) await writeState(db, 'checked', CHECK_NOW);
  });
}

/**
 * Drops segments that are no longer expected to exist, and computes up to which number each device's log was read
 * without gaps.
 */
async function updateReadPositions({ db, config }: Engine, listing: Listing): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const before = (await readState(db, 'others')) ?? {};
    const others = { ...before };
    for (const [device, log] of Object.entries(before)) {
      const numbers = listing.get(device) ?? [];
      const kept = new Set([...numbers, ...missingSegments(device, numbers, before)]);
      const read = log.read.filter((number) => kept.has(number));
      const isRead = new Set(read);
      const highest = log.read.reduce((a, b) => Math.max(a, b), log.upTo);
      // The listing is sorted.
      const unread = (listing.get(device) ?? []).find((number) => !isRead.has(number));
      const upTo = unread === undefined ? highest : Math.min(highest, unread - 1);
      others[device] = { ...log, read, upTo };
    }
    const removed = (await readState(db, 'removed')) ?? [];
    for (const device of removed) if (!listing.has(device)) delete others[device];
    delete others[config.device];
    await writeState(db, 'others', others);
  });
}

/**
 * Reads and applies all new segments.
 *
 * @returns the number of files that could not be read because they are truncated, damaged or still being written, or
 *   the server can't deliver them. Later runs retry them
 * @throws the remote store's errors, and SyncError
 */
export async function readOthers(engine: Engine, listing: Listing): Promise<number> {
  const { db, key, config } = engine;
  const others = (await readState(db, 'others')) ?? {};
  const before = (await readState(db, 'unreadable')) ?? {};
  // Those that could not be read before come last, so that their failures don't end the reading of the others.
  const hasFailed = (one: SegmentName): number => Number(before[segmentName(one)] !== undefined);
  const unread = unreadSegments(listing, others, config.device).sort((a, b) => hasFailed(a) - hasFailed(b));
  const unreadable: SyncStates['unreadable'] = {};
  let areAllIntact = true;
  for (const [done, one] of unread.entries()) {
    engine.signal.throwIfAborted();
    engine.onProgress({ step: 'reading', done, total: unread.length });
    const name = segmentName(one);
    const tried = before[name];
    if (mustWaitForRetry(engine, tried) || hasStopped(engine, 'segment')) {
      areAllIntact = false;
      if (tried !== undefined) unreadable[name] = tried;
      continue;
    }
    let segment: Segment;
    try {
      const bytes = await getOptionalFile(engine, 'segment', name, MAX_BYTES.segment);
      // Compacted meanwhile. Its content is in a segment of the next listing.
      if (bytes === null) {
        areAllIntact = false;
        continue;
      }
      segment = await readSegment(key, name, bytes);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      const triedAt = engine.now();
      unreadable[name] = { since: tried?.since ?? triedAt, triedAt };
      console.warn('offprint: a file in the remote store can’t be read', error);
      continue;
    }
    await applySegment(engine, segment);
    await recordSegmentRead(engine, segment);
  }
  const count = Object.keys(unreadable).length;
  await applyDeferred(engine, areAllIntact && count === 0);
  if (unread.length > 0 || Object.keys(others).length > 0) await updateReadPositions(engine, listing);
  if (count > 0 || Object.keys(before).length > 0) await writeState(db, 'unreadable', unreadable);
  return count;
}
