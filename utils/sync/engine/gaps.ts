/**
 * Segments of other devices that should be at the place and are not. Each device says in the head of its segments which
 * ones should be there. Whoever has read a missing one says its content again, in a segment of its own; whoever has not,
 * reports it.
 */
import { segmentName } from '../format/place-layout.ts';
import { type KeyedRecord, readSegment } from '../format/segment-file.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import { type DeviceId, deviceOf, type Stamp } from '../merge/stamp.ts';
import type { Engine } from './engine-types.ts';
import { getOneOfMany, MOST_BYTES } from './file-limits.ts';
import { missingOf } from './live-segments.ts';
import { type Listing, listSegments, NO_LOG } from './read-others.ts';
import { readState, type SyncStates, writeState } from './sync-state.ts';
import { putSegment } from './write-own.ts';

/** What is missing for so long is not on its way (ms). */
const PATIENCE = 24 * 3_600_000;

/** Records of one segment. */
const AT_ONCE = 200;

/** Finds what is missing, since when. */
async function findGaps({ db, config, now }: Engine, listing: Listing): Promise<SyncStates['gaps']> {
  return db.transaction('rw', db.syncState, async () => {
    const others = (await readState(db, 'others')) ?? {};
    const before = (await readState(db, 'gaps')) ?? {};
    const removed = new Set([config.device, ...((await readState(db, 'removed')) ?? [])]);
    const devices = new Set(Object.entries(others).flatMap(([id, { live }]) => [id, ...Object.keys(live)]));
    const gaps: SyncStates['gaps'] = {};
    for (const device of devices) {
      if (removed.has(device)) continue;
      const known = before[device] ?? {};
      const missing = missingOf(device, listing.get(device) ?? [], others, Object.keys(known).map(Number));
      if (missing.length > 0)
        gaps[device] = Object.fromEntries(missing.map((number) => [number, known[number] ?? now()]));
    }
    if (Object.keys(gaps).length > 0) await writeState(db, 'gaps', gaps);
    else if (Object.keys(before).length > 0) await db.syncState.delete('gaps');
    return gaps;
  });
}

const wordOf = (key: string, name: string, stamp: Stamp): string => `${key} ${stamp} ${name}`;

/** What the segments of a device say that are still there. What can't be read is said again. */
async function readSaid(engine: Engine, device: DeviceId, numbers: readonly number[]): Promise<Set<string>> {
  const said = new Set<string>();
  for (const number of numbers) {
    engine.signal.throwIfAborted();
    const name = segmentName({ device, number });
    try {
      const bytes = await getOneOfMany(engine, 'content', name, MOST_BYTES.segment);
      if (bytes === null) continue;
      for (const { key, record } of (await readSegment(engine.key, name, bytes)).records) {
        for (const [field, [stamp]] of Object.entries(record.fields)) said.add(wordOf(key, field, stamp));
        if (record.gone !== null) said.add(wordOf(key, '', record.gone));
      }
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      console.warn('offprint: a segment beside a missing one can’t be read', error);
    }
  }
  return said;
}

/** Says again what a device said and what is in none of its segments that are left. */
async function sayAgainFor(engine: Engine, device: DeviceId, numbers: readonly number[]): Promise<void> {
  const { db, config } = engine;
  const said = await readSaid(engine, device, numbers);
  const removed = (await readState(db, 'removed')) ?? [];
  const others = Object.keys((await readState(db, 'others')) ?? {});
  // What these said is in their own logs; of devices that were removed, it may have been in this one.
  const theirs = new Set([
    config.device,
    ...others.filter((one) => one !== device && !removed.includes(one)),
  ]);
  const lost: KeyedRecord[] = [];
  await db.syncRecords.each(({ key, kind, fields, gone }) => {
    const isLost = (name: string, stamp: Stamp): boolean =>
      !theirs.has(deviceOf(stamp)) && !said.has(wordOf(key, name, stamp));
    const left = Object.entries(fields).filter(([name, [stamp]]) => isLost(name, stamp));
    const end = gone !== null && isLost('', gone) ? gone : null;
    if (left.length > 0 || end !== null)
      lost.push({
        ...{ key, kind: kind as KeyedRecord['kind'] },
        record: { fields: Object.fromEntries(left), gone: end },
      });
  });
  for (let from = 0; from < lost.length; from += AT_ONCE)
    await putSegment(engine, lost.slice(from, from + AT_ONCE));
}

/** From now on this device says that these segments need not be there. */
async function closeGap({ db }: Engine, device: DeviceId, numbers: readonly number[]): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const others = (await readState(db, 'others')) ?? {};
    const log = others[device] ?? NO_LOG;
    const read = log.read.filter((number) => !numbers.includes(number));
    await writeState(db, 'others', { ...others, [device]: { ...log, read } });
    const { [device]: gap = {}, ...gaps } = (await readState(db, 'gaps')) ?? {};
    const left = Object.entries(gap).filter(([number]) => !numbers.includes(Number(number)));
    await writeState(db, 'gaps', { ...gaps, ...(left.length > 0 && { [device]: Object.fromEntries(left) }) });
  });
}

/**
 * Says again what is missing at the place and was read here.
 *
 * @returns how many segments are missing for a day that were never read here
 * @throws what the place throws; the next call goes on
 */
export async function mendGaps(engine: Engine, listing: Listing): Promise<number> {
  const { db, now } = engine;
  const isOld = (since: number): boolean => now() - since >= PATIENCE;
  let unread = 0;
  for (const [device, gap] of Object.entries(await findGaps(engine, listing))) {
    const old = Object.entries(gap).flatMap(([number, since]) => (isOld(since) ? [Number(number)] : []));
    const read = new Set((await readState(db, 'others'))?.[device]?.read ?? []);
    const known = old.filter((number) => read.has(number));
    unread += old.length - known.length;
    if (known.length === 0) continue;
    // A server, or what carries a folder about, may have left some out of one listing.
    const there = (await listSegments(engine)).get(device) ?? [];
    const mine = known.filter((number) => !there.includes(number));
    if (mine.length === 0) continue;
    await sayAgainFor(engine, device, there);
    await closeGap(engine, device, mine);
    // Says that what was missing is here.
    await putSegment(engine, []);
  }
  return unread;
}
