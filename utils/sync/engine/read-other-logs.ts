/** Reads new segments of other devices, and applies their records. */
import { type SegmentName, segmentName } from '../format/remote-layout.ts';
import { type KeyedRecord, RECORD_KINDS, readSegment, type Segment } from '../format/segment-file.ts';
import { CopiedProfileError, SyncError, UnreadableFileError } from '../format/sync-errors.ts';
import { inParallel } from '../in-parallel.ts';
import { EMPTY_RECORD, isAlive, mergeRecords } from '../merge/record.ts';
import type { DeviceId } from '../merge/stamp.ts';
import type { Engine } from './engine.ts';
import type { MergeTask } from './local-rows.ts';
import { reconcile } from './reconcile.ts';
import { getOptionalFile, hasTooManyFailures, MAX_BYTES, mustWaitForRetry } from './remote-files.ts';
import { EMPTY_OTHER_LOG, findMissingSegments, findUnreadSegments, type Listing } from './segment-listing.ts';
import { CHECK_NOW, type OtherLog, readState, type SyncStateValues, writeState } from './sync-state.ts';
import { syncSettings } from './synced-settings.ts';
import { fetchTextFile, type TextBody } from './text-body.ts';

/** Number of records per transaction. */
const BATCH_SIZE = 20;
/** Maximum number of concurrent requests. */
const MAX_REQUESTS = 6;

/** Fetches the texts that incoming records refer to, except for those that have not changed. */
async function fetchTexts(
  engine: Engine,
  records: readonly KeyedRecord[],
): Promise<Map<string, TextBody | null>> {
  const wanted = new Set<string>();
  const known = await engine.db.syncRecords.bulkGet(records.map(({ key }) => key));
  for (const [i, { record }] of records.entries()) {
    const row = known[i];
    const knownRecord = row ? { fields: row.fields, gone: row.gone } : EMPTY_RECORD;
    const textField = mergeRecords(knownRecord, record).fields.text;
    const { body } = (textField?.[1] ?? {}) as { body?: unknown };
    if (typeof body !== 'string' || (textField?.[0] === knownRecord.fields.text?.[0] && !row?.lacksText))
      continue;
    wanted.add(body);
  }
  const bodies = new Map<string, TextBody | null>();
  await inParallel([...wanted], MAX_REQUESTS, async (name) => {
    const body = hasTooManyFailures(engine, 'content') ? null : await fetchTextFile(engine, name);
    bodies.set(name, body === 'unavailable' ? null : body);
  });
  return bodies;
}

const isTagRemoval = ({ kind, record }: KeyedRecord): boolean => kind === 'tag' && !isAlive(record);

/**
 * Defers the removal of tags until all segments are read, because articles on this device may still have a removed tag
 * before, and would restore it. The removals are stored, because their segment counts as read before they are applied.
 */
async function deferTagRemovals({ db }: Engine, records: readonly KeyedRecord[]): Promise<void> {
  const removals = records.filter(isTagRemoval);
  if (removals.length === 0) return;
  await db.transaction('rw', db.syncState, async () => {
    const deferred = (await readState(db, 'tagsGone')) ?? [];
    await writeState(db, 'tagsGone', [...deferred, ...removals]);
  });
}

async function reconcileRecords(engine: Engine, records: readonly KeyedRecord[]): Promise<void> {
  for (let from = 0; from < records.length; from += BATCH_SIZE) {
    engine.signal.throwIfAborted();
    const tasks = records
      .slice(from, from + BATCH_SIZE)
      .map(({ key, kind, record }): MergeTask => ({ key, kind, local: null, incoming: record }));
    await reconcile(engine, tasks);
    await engine.yieldTurn();
  }
}

/** Returns the records that are restored if their pending fields are applied. */
async function filterRestored(
  { db }: Engine,
  pendingRecords: readonly KeyedRecord[],
): Promise<KeyedRecord[]> {
  const rows = await db.syncRecords.bulkGet(pendingRecords.map(({ key }) => key));
  return pendingRecords.filter(({ record }, i) => isAlive(mergeRecords(rows[i] ?? EMPTY_RECORD, record)));
}

/**
 * Applies the pending fields of deleted records that have been restored, and drops them. Pending fields of other deleted
 * records have no effect, and are kept.
 */
async function applyPendingFields(engine: Engine, isAllRead: boolean): Promise<void> {
  const { db } = engine;
  const pendingRecords = Object.values((await readState(db, 'late')) ?? {});
  if (pendingRecords.length === 0) return;
  // When all segments are read, apply all fields for the last time, in case the user restores a record at this moment.
  const applied = isAllRead ? pendingRecords : await filterRestored(engine, pendingRecords);
  await reconcileRecords(engine, applied);
  if (isAllRead || applied.length === 0) return;
  await db.transaction('rw', db.syncState, db.syncRecords, async () => {
    const remaining = (await readState(db, 'late')) ?? {};
    for (const { key } of await filterRestored(engine, applied)) delete remaining[key];
    if (Object.keys(remaining).length === 0) await db.syncState.delete('late');
    else await writeState(db, 'late', remaining);
  });
}

/**
 * Applies changes that were deferred until all segments are read, and drops pending fields. The latter is safe, because a
 * device can change a restored record only after reading its restoration, so that the restoration is in a segment that
 * was available at the same time as the changes.
 *
 * @param isAllRead whether all available segments were read, so that none is left that may restore a deleted record
 */
async function applyDeferred(engine: Engine, isAllRead: boolean): Promise<void> {
  const { db } = engine;
  // Applied first, because pending fields may remove tags from articles whose removal was deferred.
  await applyPendingFields(engine, isAllRead);
  const tagsGone = (await readState(db, 'tagsGone')) ?? [];
  await reconcileRecords(engine, tagsGone);
  if (tagsGone.length > 0) await db.syncState.delete('tagsGone');
  if (isAllRead && (await readState(db, 'late')) !== null) await db.syncState.delete('late');
}

/** Applies the records of a segment in batches, and fetches the texts of the next batch meanwhile. */
async function applySegment(engine: Engine, { records }: Segment): Promise<void> {
  const inOrder = records
    .filter((keyedRecord) => keyedRecord.kind !== 'setting' && !isTagRemoval(keyedRecord))
    .toSorted((a, b) => RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind));
  const batchAt = (from: number): KeyedRecord[] => inOrder.slice(from, from + BATCH_SIZE);
  const fetchFor = (from: number): ReturnType<typeof fetchTexts> => {
    const bodies = fetchTexts(engine, batchAt(from));
    // An error is thrown when the texts are awaited. This avoids an unhandled rejection if they never are.
    bodies.catch(() => undefined);
    return bodies;
  };
  let fetching = fetchFor(0);
  for (let from = 0; from < inOrder.length; from += BATCH_SIZE) {
    engine.signal.throwIfAborted();
    const bodies = await fetching;
    // Fetch the texts of the next batch while this one is written.
    fetching = fetchFor(from + BATCH_SIZE);
    const tasks = batchAt(from).map(
      ({ key, kind, record }): MergeTask => ({ key, kind, local: null, incoming: record, bodies }),
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

async function addRemovedDevice({ db }: Engine, device: DeviceId): Promise<void> {
  const removed = (await readState(db, 'removed')) ?? [];
  if (!removed.includes(device)) await writeState(db, 'removed', [...removed, device]);
}

/**
 * Records that a device id is no longer used.
 *
 * @throws CopiedProfileError if it is this device's: a copy of this profile has a new id, and has taken over the log
 */
async function recordFinishedId(engine: Engine, device: DeviceId): Promise<void> {
  await addRemovedDevice(engine, device);
  if (device === engine.config.device) throw new CopiedProfileError();
}

/** Records that a device was removed. @throws SyncError if it is this device, which must not write any more */
async function recordRemovedDevice(engine: Engine, device: DeviceId): Promise<void> {
  await addRemovedDevice(engine, device);
  if (device === engine.config.device)
    throw new SyncError('removedDevice', 'this device was removed from the library by another one');
}

/** Records that a segment was read and applied. */
async function recordSegmentRead({ db }: Engine, { head }: Segment): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const others = (await readState(db, 'others')) ?? {};
    const oldLog = others[head.device] ?? EMPTY_OTHER_LOG;
    const isNewest = head.number >= oldLog.newest;
    const { name, at, seen, live } = isNewest ? head : oldLog;
    const newest = Math.max(head.number, oldLog.newest);
    const newLog: OtherLog = { ...oldLog, name, at, seen, live, newest, read: [...oldLog.read, head.number] };
    await writeState(db, 'others', { ...others, [head.device]: newLog });
    // A new device may be a copy of this profile that has overwritten one of our segments before it got its own id.
    if (others[head.device] === undefined) await writeState(db, 'checked', CHECK_NOW);
  });
}

/**
 * Drops read segments that are no longer expected to exist, and computes up to which number each device's log has been
 * read without gaps.
 */
async function updateReadPositions({ db, config }: Engine, listing: Listing): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const oldLogs = (await readState(db, 'others')) ?? {};
    const newLogs = { ...oldLogs };
    for (const [device, log] of Object.entries(oldLogs)) {
      const numbers = listing.get(device) ?? [];
      const expected = new Set([...numbers, ...findMissingSegments(device, numbers, oldLogs)]);
      const stillExpected = log.read.filter((number) => expected.has(number));
      const readNumbers = new Set(stillExpected);
      const highest = log.read.reduce((a, b) => Math.max(a, b), log.upTo);
      // The listing is sorted.
      const unread = (listing.get(device) ?? []).find((number) => !readNumbers.has(number));
      const upTo = unread === undefined ? highest : Math.min(highest, unread - 1);
      newLogs[device] = { ...log, read: stillExpected, upTo };
    }
    const removed = (await readState(db, 'removed')) ?? [];
    for (const device of removed) if (!listing.has(device)) delete newLogs[device];
    delete newLogs[config.device];
    await writeState(db, 'others', newLogs);
  });
}

/**
 * Reads and applies all new segments.
 *
 * @returns the number of files that could not be read, because they are truncated, damaged or still being uploaded, or
 *   because the server can't deliver them. Later runs retry them
 * @throws the remote store's errors, and SyncError
 */
export async function readOtherLogs(engine: Engine, listing: Listing): Promise<number> {
  const { db, key, config } = engine;
  const others = (await readState(db, 'others')) ?? {};
  const failedBefore = (await readState(db, 'unreadable')) ?? {};
  // Segments that could not be read before come last, so that repeated failures don't prevent reading the others.
  const failureRank = (segment: SegmentName): number =>
    Number(failedBefore[segmentName(segment)] !== undefined);
  const unread = findUnreadSegments(listing, others, config.device).sort(
    (a, b) => failureRank(a) - failureRank(b),
  );
  const unreadable: SyncStateValues['unreadable'] = {};
  let hasReadAll = true;
  for (const [done, segmentId] of unread.entries()) {
    engine.signal.throwIfAborted();
    engine.onProgress({ step: 'reading', done, total: unread.length });
    const name = segmentName(segmentId);
    const lastTry = failedBefore[name];
    if (mustWaitForRetry(engine, lastTry) || hasTooManyFailures(engine, 'segment')) {
      hasReadAll = false;
      if (lastTry !== undefined) unreadable[name] = lastTry;
      continue;
    }
    let segment: Segment;
    try {
      const bytes = await getOptionalFile(engine, 'segment', name, MAX_BYTES.segment);
      // The segment was merged meanwhile. Its content is in a segment of the next listing.
      if (bytes === null) {
        hasReadAll = false;
        continue;
      }
      segment = await readSegment(key, name, bytes);
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      const triedAt = engine.now();
      unreadable[name] = { since: lastTry?.since ?? triedAt, triedAt };
      console.warn('offprint: a file in the remote store can’t be read', error);
      continue;
    }
    await applySegment(engine, segment);
    await recordSegmentRead(engine, segment);
  }
  const count = Object.keys(unreadable).length;
  await applyDeferred(engine, hasReadAll && count === 0);
  if (unread.length > 0 || Object.keys(others).length > 0) await updateReadPositions(engine, listing);
  if (count > 0 || Object.keys(failedBefore).length > 0) await writeState(db, 'unreadable', unreadable);
  return count;
}
