/**
 * Handles segments of other devices that should be in the remote store but are missing. The head of each segment lists
 * the segments that should exist. A device that has read a missing one writes its content again, in a segment of its
 * own; a device that has not read it reports it.
 */
import { segmentName } from '../format/remote-layout.ts';
import { type KeyedRecord, readSegment } from '../format/segment-file.ts';
import { UnreadableFileError } from '../format/sync-errors.ts';
import { type DeviceId, deviceOf, type Stamp } from '../merge/stamp.ts';
import type { Engine } from './engine.ts';
import { getOptionalFile, MAX_BYTES } from './remote-files.ts';
import { EMPTY_OTHER_LOG, type Listing, listSegments, missingSegments } from './segment-listing.ts';
import { readState, type SyncStates, writeState } from './sync-state.ts';
import { putSegment } from './write-own.ts';

/** A segment that is missing for this long is not just delayed. */
const GRACE_PERIOD_MS = 24 * 3_600_000;

/** Maximum number of records per segment. */
const BATCH_SIZE = 200;

/** Finds missing segments, with the time since when each is missing. */
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
      const missing = missingSegments(
        device,
        listing.get(device) ?? [],
        others,
        Object.keys(known).map(Number),
      );
      if (missing.length > 0)
        gaps[device] = Object.fromEntries(missing.map((number) => [number, known[number] ?? now()]));
    }
    if (Object.keys(gaps).length > 0) await writeState(db, 'gaps', gaps);
    else if (Object.keys(before).length > 0) await db.syncState.delete('gaps');
    return gaps;
  });
}

const fieldVersion = (key: string, name: string, stamp: Stamp): string => `${key} ${stamp} ${name}`;

/** Reads all fields in the remaining segments of a device. The content of unreadable ones is sent again. */
async function readSentFields(
  engine: Engine,
  device: DeviceId,
  numbers: readonly number[],
): Promise<Set<string>> {
  const sentFields = new Set<string>();
  for (const number of numbers) {
    engine.signal.throwIfAborted();
    const name = segmentName({ device, number });
    try {
      const bytes = await getOptionalFile(engine, 'content', name, MAX_BYTES.segment);
      if (bytes === null) continue;
      for (const { key, record } of (await readSegment(engine.key, name, bytes)).records) {
        for (const [field, [stamp]] of Object.entries(record.fields))
          sentFields.add(fieldVersion(key, field, stamp));
        if (record.gone !== null) sentFields.add(fieldVersion(key, '', record.gone));
      }
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      console.warn('offprint: a segment beside a missing one can’t be read', error);
    }
  }
  return sentFields;
}

/** Sends again all fields of a device that are in none of its remaining segments. */
async function resendFor(engine: Engine, device: DeviceId, numbers: readonly number[]): Promise<void> {
  const { db, config } = engine;
  const sentFields = await readSentFields(engine, device, numbers);
  const removed = (await readState(db, 'removed')) ?? [];
  const others = Object.keys((await readState(db, 'others')) ?? {});
  // Fields of these devices are in their own logs. Fields of removed devices may have been in the lost segment.
  const theirs = new Set([
    config.device,
    ...others.filter((one) => one !== device && !removed.includes(one)),
  ]);
  const lost: KeyedRecord[] = [];
  await db.syncRecords.each(({ key, kind, fields, gone }) => {
    const isLost = (name: string, stamp: Stamp): boolean =>
      !theirs.has(deviceOf(stamp)) && !sentFields.has(fieldVersion(key, name, stamp));
    const left = Object.entries(fields).filter(([name, [stamp]]) => isLost(name, stamp));
    const end = gone !== null && isLost('', gone) ? gone : null;
    if (left.length > 0 || end !== null)
      lost.push({
        ...{ key, kind: kind as KeyedRecord['kind'] },
        record: { fields: Object.fromEntries(left), gone: end },
      });
  });
  for (let from = 0; from < lost.length; from += BATCH_SIZE)
    await putSegment(engine, lost.slice(from, from + BATCH_SIZE));
}

/** From now on, this device no longer lists these segments as expected. */
async function closeGap({ db }: Engine, device: DeviceId, numbers: readonly number[]): Promise<void> {
  await db.transaction('rw', db.syncState, async () => {
    const others = (await readState(db, 'others')) ?? {};
    const log = others[device] ?? EMPTY_OTHER_LOG;
    const read = log.read.filter((number) => !numbers.includes(number));
    await writeState(db, 'others', { ...others, [device]: { ...log, read } });
    const { [device]: gap = {}, ...gaps } = (await readState(db, 'gaps')) ?? {};
    const left = Object.entries(gap).filter(([number]) => !numbers.includes(Number(number)));
    await writeState(db, 'gaps', { ...gaps, ...(left.length > 0 && { [device]: Object.fromEntries(left) }) });
  });
}

/**
 * Sends again the content of missing segments that this device has read.
 *
 * @returns the number of segments that are missing for a day and were never read by this device
 * @throws the remote store's errors; the next call continues
 */
export async function repairGaps(engine: Engine, listing: Listing): Promise<number> {
  const { db, now } = engine;
  const isOld = (since: number): boolean => now() - since >= GRACE_PERIOD_MS;
  let unread = 0;
  for (const [device, gap] of Object.entries(await findGaps(engine, listing))) {
    const old = Object.entries(gap).flatMap(([number, since]) => (isOld(since) ? [Number(number)] : []));
    const read = new Set((await readState(db, 'others'))?.[device]?.read ?? []);
    const known = old.filter((number) => read.has(number));
    unread += old.length - known.length;
    if (known.length === 0) continue;
    // A server or a folder-sync program may have omitted files from one listing.
    const listed = (await listSegments(engine)).get(device) ?? [];
    const mine = known.filter((number) => !listed.includes(number));
    if (mine.length === 0) continue;
    await resendFor(engine, device, listed);
    await closeGap(engine, device, mine);
    // Announces that the missing segments are replaced.
    await putSegment(engine, []);
  }
  return unread;
}
