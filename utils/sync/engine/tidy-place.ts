/** Keeping this device's log short, and taking away files that nobody needs. */
import { fileName, parseSegmentName } from '../format/place-layout.ts';
import type { KeyedRecord } from '../format/segment-file.ts';
import type { Field } from '../merge/field.ts';
import { mergeRecords, NOTHING, type SyncRecord } from '../merge/record.ts';
import type { DeviceId } from '../merge/stamp.ts';
import { checkContents, deleteLoose, loosen, replaceLost } from './check-own.ts';
import type { Engine } from './engine-types.ts';
import { deleteOneOfMany, dueFirst, forgetUndeleted, readUndeletable } from './file-limits.ts';
import { listSegments, unreadSegments } from './read-others.ts';
import { filesOf } from './reconcile.ts';
import { forgetContents, forgetLeaving, readLeaving } from './segment-contents.ts';
import { readState, type SentSegment, writeState } from './sync-state.ts';
import { countWaiting, putSegment, readOwn, seenNow, tryOwnSegment } from './write-own.ts';

/** Segments below that size, in bytes, are put together once there are so many of them. */
const SMALL = 64 * 1024;
const MANY = 32;

/**
 * What is put together is no larger than that, in bytes: a device reads a segment at once, begins it anew when it is
 * stopped in the middle, and takes none that is too long when it is unpacked.
 */
const LARGE = 512 * 1024;

/** A device that has nothing to say says how far it has read, and that it is there, once in that time (ms). */
const HEARTBEAT = 24 * 3_600_000;

/** What of a record still holds: nothing newer is known. */
function stillHolds(record: SyncRecord, now: SyncRecord): SyncRecord {
  const fields = Object.entries(record.fields).filter(([name, [stamp]]) => now.fields[name]?.[0] === stamp);
  return {
    fields: Object.fromEntries(fields) as Record<string, Field>,
    gone: record.gone === now.gone ? record.gone : null,
  };
}

const saysSomething = ({ fields, gone }: SyncRecord): boolean =>
  gone !== null || Object.keys(fields).length > 0;

/**
 * What segments hold and is still so, a record for each thing.
 *
 * @returns the number of one that is damaged or gone, where there is such a one; null where the server can't give one now
 */
async function readHolding(
  engine: Engine,
  segments: readonly SentSegment[],
): Promise<KeyedRecord[] | { lost: number } | null> {
  const { db } = engine;
  const all = new Map<string, KeyedRecord>();
  for (const { number } of segments) {
    engine.signal.throwIfAborted();
    const segment = await tryOwnSegment(engine, number);
    if (segment === 'ungiven') return null;
    if (segment === null) return { lost: number };
    for (const one of segment.records) {
      const record = mergeRecords(all.get(one.key)?.record ?? NOTHING, one.record);
      all.set(one.key, { ...one, record });
    }
  }
  const rows = await db.syncRecords.bulkGet([...all.keys()]);
  return [...all.values()].flatMap((one, i): KeyedRecord[] => {
    const row = rows[i];
    const record = row === undefined ? one.record : stillHolds(one.record, row);
    return saysSomething(record) ? [{ ...one, record }] : [];
  });
}

/** In order, as many to a group as are no larger than `LARGE` together. */
function groupBySize(segments: readonly SentSegment[]): SentSegment[][] {
  const groups: SentSegment[][] = [];
  let room = 0;
  for (const segment of segments) {
    if (segment.bytes > room) {
      groups.push([]);
      room = LARGE;
    }
    groups.at(-1)?.push(segment);
    room -= segment.bytes;
  }
  return groups;
}

/** Puts small segments together once there are many. */
async function joinSmall(engine: Engine): Promise<void> {
  const small = (await readOwn(engine)).sent.filter(({ bytes }) => bytes < SMALL);
  if (small.length < MANY) return;
  for (const group of groupBySize(small)) if (group.length > 1) await joinSegments(engine, group);
}

/**
 * One segment is written, and the others go. Whoever is killed in between does no harm.
 *
 * @returns false where one of them turned out to be damaged: it is replaced instead; or where it can't be had now
 */
async function joinSegments(engine: Engine, small: readonly SentSegment[]): Promise<boolean> {
  const { db } = engine;
  const records = await readHolding(engine, small);
  if (records === null) return false;
  if ('lost' in records) {
    await replaceLost(engine, [records.lost]);
    return false;
  }
  const gone = small.map(({ number }) => number);
  const settle = async (): Promise<void> => {
    const own = await readOwn(engine);
    await writeState(
      db,
      'own',
      loosen(own, (number) => gone.includes(number)),
    );
    await forgetContents(engine, gone);
  };
  await putSegment(engine, records, settle, gone);
  await deleteLoose(engine, gone);
  return true;
}

/** Writes anew what has something of what was deleted for good. What is damaged is left to `checkContents`. */
async function shredOwn(engine: Engine): Promise<void> {
  // What waits says first that it is gone: whoever reads in between finds it nowhere else.
  if ((await countWaiting(engine)) > 0) return;
  const { sent } = await readOwn(engine);
  const { keys, numbers } = await readLeaving(
    engine,
    sent.map(({ number }) => number),
  );
  if (keys.length === 0) return;
  const isConcerned = new Set(numbers);
  let isDone = true;
  for (const group of groupBySize(sent.filter(({ number }) => isConcerned.has(number))))
    isDone = (await joinSegments(engine, group)) && isDone;
  if (isDone) await forgetLeaving(engine, keys);
}

/** Devices of the library beside this one. */
async function otherDevices({ db }: Engine): Promise<DeviceId[]> {
  const removed = (await readState(db, 'removed')) ?? [];
  const others = (await readState(db, 'others')) ?? {};
  return Object.keys(others).filter((device) => !removed.includes(device));
}

/** Takes away files that nothing refers to, once every device knows that. */
async function dropGarbage(engine: Engine): Promise<void> {
  const { db, config } = engine;
  const { number } = await readOwn(engine);
  if ((await countWaiting(engine)) === 0)
    await db.syncGarbage.filter((row) => row.number === 0).modify({ number });
  const others = (await readState(db, 'others')) ?? {};
  const devices = await otherDevices(engine);
  if ((await readState(db, 'undeleted')) !== null) {
    const kept = new Set((await db.syncGarbage.toCollection().primaryKeys()).map(fileName));
    await forgetUndeleted(engine, (name) => parseSegmentName(name) === null && !kept.has(name));
  }
  const isUndeletable = await readUndeletable(engine);
  const knownBy = Math.min(number, ...devices.map((device) => others[device]?.seen[config.device] ?? 0));
  const due = (
    await db.syncGarbage.filter((row) => row.number > 0 && row.number <= knownBy).primaryKeys()
  ).filter((name) => !isUndeletable(fileName(name)));
  if (due.length === 0) return;
  // What somebody has said meanwhile, or what can't be read, may refer to them.
  if (unreadSegments(await listSegments(engine), others, config.device).length > 0) return;
  const needed = new Set<string>();
  await db.syncRecords.each((row) => {
    for (const name of filesOf(row)) needed.add(name);
  });
  for (const name of await dueFirst(engine, due, fileName)) {
    engine.signal.throwIfAborted();
    if (needed.has(name) || (await deleteOneOfMany(engine, fileName(name))))
      await db.syncGarbage.delete(name);
  }
}

/** Says how far it has read, where it has had nothing else to say for a day. */
async function beat(engine: Engine): Promise<void> {
  const { wroteAt, said } = await readOwn(engine);
  const seen = await seenNow(engine);
  const isNews = Object.entries(seen).some(([device, upTo]) => said[device] !== upTo);
  if ((isNews && Math.abs(engine.now() - wroteAt) >= HEARTBEAT) || wroteAt === 0)
    await putSegment(engine, []);
}

/** @throws what the place throws; the next call goes on */
export async function tidyPlace(engine: Engine): Promise<void> {
  await beat(engine);
  await shredOwn(engine);
  await joinSmall(engine);
  await checkContents(engine);
  await dropGarbage(engine);
}
