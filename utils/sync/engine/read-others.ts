/** Reading what the other devices wrote, and taking it in. */
import { LOG_FOLDER, parseSegmentName, type SegmentName, segmentName } from '../format/place-layout.ts';
import { type KeyedRecord, KINDS, readSegment, type Segment } from '../format/segment-file.ts';
import { SyncError, UnreadableFileError } from '../format/sync-errors.ts';
import { inParallel } from '../in-parallel.ts';
import { isAlive, mergeRecords, NOTHING } from '../merge/record.ts';
import type { DeviceId } from '../merge/stamp.ts';
import type { Engine } from './engine-types.ts';
import {
  getOneOfMany,
  givesNone,
  isResting,
  isUngiven,
  MOST_BYTES,
  MOST_FILES,
  mustWait,
} from './file-limits.ts';
import { missingOf } from './live-segments.ts';
import type { Task } from './local-rows.ts';
import { reconcile } from './reconcile.ts';
import { syncSettings } from './sync-settings.ts';
import { CHECK_NOW, type OtherLog, readState, type SyncStates, writeState } from './sync-state.ts';
import { fetchBody, type TextBody } from './text-body.ts';

/** Records of one transaction, and files that are asked for at once. */
const AT_ONCE = 20;
const REQUESTS = 6;

/** Names of segments at the place, by device, in order of their numbers. */
export type Listing = ReadonlyMap<DeviceId, readonly number[]>;

export async function listSegments(engine: Engine): Promise<Listing> {
  const names = await engine.place.list(LOG_FOLDER);
  if (names.length > MOST_FILES) throw new SyncError('failed', 'more files at the place than anybody writes');
  const parsed = names.map(parseSegmentName).filter((name) => name !== null);
  const numbers = Map.groupBy(parsed, ({ device }) => device);
  return new Map(
    [...numbers].map(([device, all]) => [device, all.map(({ number }) => number).sort((a, b) => a - b)]),
  );
}

/** Is there anything that is to be read by this run? */
export async function hasNews(engine: Engine, listing: Listing): Promise<boolean> {
  const { db, config } = engine;
  const unreadable = (await readState(db, 'unreadable')) ?? {};
  const others = (await readState(db, 'others')) ?? {};
  return unreadSegments(listing, others, config.device).some(
    (one) => !mustWait(engine, unreadable[segmentName(one)]),
  );
}

export const NO_LOG: OtherLog = { name: '', at: 0, seen: {}, live: {}, newest: 0, read: [], upTo: 0 };

/** Segments of others that were not read yet, the oldest of each device first. */
export function unreadSegments(
  listing: Listing,
  others: Readonly<Record<DeviceId, OtherLog>>,
  own: DeviceId,
): SegmentName[] {
  return [...listing].flatMap(([device, numbers]) => {
    if (device === own) return [];
    const read = new Set(others[device]?.read ?? []);
    return numbers.filter((number) => !read.has(number)).map((number) => ({ device, number }));
  });
}

/** The name of the text's file in what comes, where it may be another than the one that is known. */
async function bodiesFor(
  engine: Engine,
  records: readonly KeyedRecord[],
): Promise<Map<string, TextBody | null>> {
  const wanted = new Set<string>();
  const known = await engine.db.syncRecords.bulkGet(records.map(({ key }) => key));
  for (const [i, { record }] of records.entries()) {
    const row = known[i];
    const before = row ? { fields: row.fields, gone: row.gone } : NOTHING;
    const value = mergeRecords(before, record).fields.text;
    const { body } = (value?.[1] ?? {}) as { body?: unknown };
    if (typeof body !== 'string' || (value?.[0] === before.fields.text?.[0] && !row?.lacksText)) continue;
    wanted.add(body);
  }
  const bodies = new Map<string, TextBody | null>();
  await inParallel([...wanted], REQUESTS, async (name) => {
    const body = givesNone(engine) ? null : await fetchBody(engine, name);
    bodies.set(name, body === 'ungiven' ? null : body);
  });
  return bodies;
}

const isTagGone = ({ kind, record }: KeyedRecord): boolean => kind === 'tag' && !isAlive(record);

/**
 * That nothing has a tag any more is looked at once all segments are read: until then the articles that it was on may
 * have it here, and would bring it back. It is kept until then, as the segment counts as read before.
 */
async function keepTagsGone({ db }: Engine, records: readonly KeyedRecord[]): Promise<void> {
  const gone = records.filter(isTagGone);
  if (gone.length === 0) return;
  await db.transaction('rw', db.syncState, async () => {
    const kept = (await readState(db, 'tagsGone')) ?? [];
    await writeState(db, 'tagsGone', [...kept, ...gone]);
  });
}

async function takeInKept(engine: Engine, kept: readonly KeyedRecord[]): Promise<void> {
  for (let from = 0; from < kept.length; from += AT_ONCE) {
    engine.signal.throwIfAborted();
    const tasks = kept
      .slice(from, from + AT_ONCE)
      .map(({ key, kind, record }): Task => ({ key, kind, local: null, coming: record }));
    await reconcile(engine, tasks);
    await engine.breathe();
  }
}

/** Has somebody brought back what fields that came late are of? */
async function areAlive({ db }: Engine, late: readonly KeyedRecord[]): Promise<KeyedRecord[]> {
  const rows = await db.syncRecords.bulkGet(late.map(({ key }) => key));
  return late.filter(({ record }, i) => isAlive(mergeRecords(rows[i] ?? NOTHING, record)));
}

/** Fields of what is deleted change nothing until that is brought back; then they are in its record, and kept no more. */
async function takeInLate(engine: Engine, isAllRead: boolean): Promise<void> {
  const { db } = engine;
  const late = Object.values((await readState(db, 'late')) ?? {});
  if (late.length === 0) return;
  // The last time, what the user has brought back this moment as well.
  const taken = isAllRead ? late : await areAlive(engine, late);
  await takeInKept(engine, taken);
  if (isAllRead || taken.length === 0) return;
  await db.transaction('rw', db.syncState, db.syncRecords, async () => {
    const kept = (await readState(db, 'late')) ?? {};
    for (const { key } of await areAlive(engine, taken)) delete kept[key];
    if (Object.keys(kept).length === 0) await db.syncState.delete('late');
    else await writeState(db, 'late', kept);
  });
}

/**
 * What was kept until all segments are read. A device can only have changed what was brought back after its deletion
 * once it has read that: then it is in one of the segments that were there with its own.
 *
 * @param isAllRead nothing is left that may bring back what is deleted
 */
async function takeInLast(engine: Engine, isAllRead: boolean): Promise<void> {
  const { db } = engine;
  // First: what it takes off an article is a tag that the article does not have.
  await takeInLate(engine, isAllRead);
  const tagsGone = (await readState(db, 'tagsGone')) ?? [];
  await takeInKept(engine, tagsGone);
  if (tagsGone.length > 0) await db.syncState.delete('tagsGone');
  if (isAllRead && (await readState(db, 'late')) !== null) await db.syncState.delete('late');
}

async function takeInSegment(engine: Engine, { records }: Segment): Promise<void> {
  const inOrder = records
    .filter((one) => one.kind !== 'setting' && !isTagGone(one))
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
  const chunkAt = (from: number): KeyedRecord[] => inOrder.slice(from, from + AT_ONCE);
  const fetchFor = (from: number): ReturnType<typeof bodiesFor> => {
    const bodies = bodiesFor(engine, chunkAt(from));
    // Told when they are waited for, if that is ever done.
    bodies.catch(() => undefined);
    return bodies;
  };
  let fetching = fetchFor(0);
  for (let from = 0; from < inOrder.length; from += AT_ONCE) {
    engine.signal.throwIfAborted();
    const bodies = await fetching;
    // The next texts are on their way while these are written.
    fetching = fetchFor(from + AT_ONCE);
    const tasks = chunkAt(from).map(
      ({ key, kind, record }): Task => ({
        ...{ key, kind, local: null, coming: record, bodies },
      }),
    );
    await reconcile(engine, tasks);
    await engine.breathe();
  }
  await keepTagsGone(engine, records);
  for (const { kind, record } of records) {
    if (kind === 'setting') await syncSettings(engine, record);
    const removed = kind === 'device' ? record.fields.removed?.[1] : null;
    if (typeof removed === 'string') await noteRemoved(engine, removed);
  }
}

/** @throws SyncError where this is the device that was removed: nothing more is written by it */
async function noteRemoved({ db, config }: Engine, device: DeviceId): Promise<void> {
  const removed = (await readState(db, 'removed')) ?? [];
  if (!removed.includes(device)) await writeState(db, 'removed', [...removed, device]);
  if (device === config.device)
    throw new SyncError('removedDevice', 'this device was removed from the library by another one');
}

/** Writes down that a segment was read. */
async function noteRead({ db }: Engine, { head }: Segment): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const others = (await readState(db, 'others')) ?? {};
    const before = others[head.device] ?? NO_LOG;
    const isNewest = head.number >= before.newest;
    const { name, at, seen, live } = isNewest ? head : before;
    const newest = Math.max(head.number, before.newest);
    const after: OtherLog = { ...before, name, at, seen, live, newest, read: [...before.read, head.number] };
    await writeState(db, 'others', { ...others, [head.device]: after });
    // It may be a copy of this profile that has found that out, and has written over a segment of ours before.
    if (others[head.device] === undefined) await writeState(db, 'checked', CHECK_NOW);
  });
}

/** Forgets segments that need not be there any more, and works out how far each device's log is read without a gap. */
async function settleOthers({ db, config }: Engine, listing: Listing): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const before = (await readState(db, 'others')) ?? {};
    const others = { ...before };
    for (const [device, log] of Object.entries(before)) {
      const numbers = listing.get(device) ?? [];
      const kept = new Set([...numbers, ...missingOf(device, numbers, before)]);
      const read = log.read.filter((number) => kept.has(number));
      const isRead = new Set(read);
      const most = log.read.reduce((a, b) => Math.max(a, b), log.upTo);
      // The listing has them in order.
      const unread = (listing.get(device) ?? []).find((number) => !isRead.has(number));
      const upTo = unread === undefined ? most : Math.min(most, unread - 1);
      others[device] = { ...log, read, upTo };
    }
    const removed = (await readState(db, 'removed')) ?? [];
    for (const device of removed) if (!listing.has(device)) delete others[device];
    delete others[config.device];
    await writeState(db, 'others', others);
  });
}

/**
 * Reads and takes in what is new.
 *
 * @param needsAll tries what could not be read lately as well, and ends as soon as the server seems to have a fault: the
 *   caller can do nothing without all of it
 * @returns how many files could not be read: torn, damaged, or still being written. They are tried again next time
 * @throws what the place throws, and SyncError
 */
export async function readOthers(engine: Engine, listing: Listing, needsAll = false): Promise<number> {
  const { db, key, config } = engine;
  const others = (await readState(db, 'others')) ?? {};
  const unread = unreadSegments(listing, others, config.device);
  const before = (await readState(db, 'unreadable')) ?? {};
  const unreadable: SyncStates['unreadable'] = {};
  let isAllThere = true;
  for (const [done, one] of unread.entries()) {
    engine.signal.throwIfAborted();
    engine.onProgress({ step: 'reading', done, total: unread.length });
    const name = segmentName(one);
    const tried = before[name];
    // Tried only because the user asks: where it can't be had, what is due is done all the same.
    const isAgain = isResting(engine, tried) && !needsAll;
    if (tried !== undefined && isAgain && (!engine.triesAll || givesNone(engine, 'again'))) {
      unreadable[name] = tried;
      continue;
    }
    let segment: Segment;
    try {
      const bytes = await getOneOfMany(engine, isAgain ? 'again' : 'segment', name, MOST_BYTES.segment);
      // Put together with others meanwhile: what was in it comes with the next listing.
      if (bytes === null) {
        isAllThere = false;
        continue;
      }
      segment = await readSegment(key, name, bytes);
    } catch (error) {
      const triedAt = engine.now();
      const isUnread = error instanceof UnreadableFileError;
      const isNotGiven = isUngiven(isUnread ? error.cause : error);
      if (isUnread || isNotGiven)
        unreadable[name] = {
          ...{ since: tried?.since ?? triedAt, triedAt },
          ...(isNotGiven && { isUngiven: true as const }),
        };
      // So that the next run passes over those that stopped this one.
      if (isNotGiven) await writeState(db, 'unreadable', { ...before, ...unreadable });
      if (!isUnread) throw error;
      console.warn('offprint: a file at the place can’t be read', error);
      continue;
    }
    await takeInSegment(engine, segment);
    await noteRead(engine, segment);
  }
  const count = Object.keys(unreadable).length;
  await takeInLast(engine, isAllThere && count === 0);
  if (unread.length > 0 || Object.keys(others).length > 0) await settleOthers(engine, listing);
  if (count > 0 || Object.keys(before).length > 0) await writeState(db, 'unreadable', unreadable);
  return count;
}
