/** Checks whether the segments that this device has sent are still in the remote store, and repairs losses. */
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { segmentName } from '../format/remote-layout.ts';
import type { KeyedRecord, Kind } from '../format/segment-file.ts';
import { CopiedProfileError } from '../format/sync-errors.ts';
import { isNotEmpty } from '../merge/record.ts';
import type { Engine } from './engine.ts';
import { deleteOptionalFile } from './remote-files.ts';
import { clearContents } from './segment-contents.ts';
import { type Listing, listSegments } from './segment-listing.ts';
import { readState, writeState } from './sync-state.ts';
import { putSegment, readOwnLog, readOwnSegment } from './write-own.ts';

/**
 * Own segments are re-read at this interval, up to `CHECK_MAX_BYTES` each time, so that all are verified eventually.
 */
const CHECK_INTERVAL_MS = 24 * 3_600_000;
const CHECK_MAX_BYTES = 2 ** 20;

/** Moves segments from the sent ones to the obsolete ones, whose files may be deleted. */
export async function markObsolete(engine: Engine, numbers: readonly number[]): Promise<void> {
  const { db } = engine;
  await db.transaction('rw', db.syncState, async () => {
    const own = await readOwnLog(engine);
    const sent = own.sent.filter(({ number }) => !numbers.includes(number));
    await writeState(db, 'own', { ...own, sent, loose: [...own.loose, ...numbers] });
    await clearContents(engine, numbers);
  });
}

/** Deletes obsolete segments of this device. If one can't be deleted, the next run tries again. */
export async function deleteObsolete(engine: Engine, numbers: readonly number[]): Promise<void> {
  for (const number of numbers)
    await deleteOptionalFile(engine, segmentName({ device: engine.config.device, number }));
}

/** Maximum number of records per segment of a snapshot. */
const MAX_RECORDS_PER_SEGMENT = 200;

/** The fields of a record that were sent before. */
function sentPart({ key, kind, fields, gone, fresh }: SyncRecordRow): KeyedRecord {
  const sent = Object.entries(fields).filter(([name]) => !fresh.includes(name));
  const record = { fields: Object.fromEntries(sent), gone: fresh.includes('') ? null : gone };
  return { key, kind: kind as Kind, record };
}

/**
 * Writes a snapshot of all that this device knows, whoever has changed it, because part of a log is lost or will be
 * deleted. Unsent fields are not included, since their files are not in the remote store yet.
 *
 * @returns the device's earlier segments, which are obsolete now; the caller deletes them
 */
export async function writeSnapshot(engine: Engine): Promise<number[]> {
  const { db } = engine;
  const replaced = (await readOwnLog(engine)).sent.map(({ number }) => number);
  const keys = await db.syncRecords.toCollection().primaryKeys();
  let from = 0;
  do {
    engine.signal.throwIfAborted();
    const rows = await db.syncRecords.bulkGet(keys.slice(from, from + MAX_RECORDS_PER_SEGMENT));
    const sent = rows.filter((row) => row !== undefined).map(sentPart);
    const records = sent.filter(({ record }) => isNotEmpty(record));
    await putSegment(engine, records, undefined, replaced);
    await engine.yieldTurn();
    from += MAX_RECORDS_PER_SEGMENT;
  } while (from < keys.length);
  await markObsolete(engine, replaced);
  return replaced;
}

/** Replaces this device's log by a snapshot. */
export async function replaceOwnLog(engine: Engine): Promise<void> {
  const replaced = await writeSnapshot(engine);
  // Deleted last: until then, the other devices treat a damaged file as one that they have not read yet.
  await deleteObsolete(engine, replaced);
}

/**
 * Re-reads a part of this device's segments each day.
 *
 * @throws CopiedProfileError if another profile has overwritten one; the remote store's errors
 */
export async function verifySegments(engine: Engine): Promise<void> {
  const { db, now } = engine;
  const checked = await readState(db, 'checked');
  if (checked !== null && Math.abs(now() - checked.at) < CHECK_INTERVAL_MS) return;
  if (checked === null) return writeState(db, 'checked', { at: now(), number: 0 });
  // In descending order: if a copied profile has overwritten segments, they are the most recent ones.
  const inOrder = (await readOwnLog(engine)).sent.toSorted((a, b) => b.number - a.number);
  const next = Math.max(
    0,
    inOrder.findIndex(({ number }) => number < checked.number),
  );
  let isAnyLost = false;
  let [bytes, last] = [0, checked.number];
  for (const one of [...inOrder.slice(next), ...inOrder.slice(0, next)]) {
    if (bytes >= CHECK_MAX_BYTES) break;
    const segment = await readOwnSegment(engine, one.number);
    if (segment === null) isAnyLost = true;
    else if (segment.head.mark !== one.mark) throw new CopiedProfileError();
    bytes += one.bytes;
    last = one.number;
  }
  if (isAnyLost) await replaceOwnLog(engine);
  // Saved last, so that damage is found again if the run is stopped before it is repaired.
  await writeState(db, 'checked', { at: now(), number: last });
}

/**
 * Compares the records of this device's segments with the listing, and deletes obsolete ones that are still there.
 *
 * @returns `incomplete` if segments are missing, so that the log must be replaced
 * @throws CopiedProfileError if another profile writes under this device's id, because the profile was copied or
 *   restored from a backup
 */
export async function checkOwnLog(engine: Engine, listing: Listing): Promise<'intact' | 'incomplete'> {
  const { device } = engine.config;
  const { sent, loose } = await readOwnLog(engine);
  const listed = listing.get(device) ?? [];
  const isCurrent = new Set(sent.map(({ number }) => number));
  const isObsolete = new Set(loose);
  const others = listed.filter((number) => !isCurrent.has(number));
  // Anybody may have made up a file under that name, which can't be read.
  for (const number of others)
    if (!isObsolete.has(number) && (await readOwnSegment(engine, number)) !== null)
      throw new CopiedProfileError();
  await deleteObsolete(
    engine,
    others.filter((number) => isObsolete.has(number)),
  );
  const isComplete = (numbers: readonly number[]): boolean =>
    sent.every(({ number }) => numbers.includes(number));
  if (isComplete(listed)) return 'intact';
  // A server or a folder-sync program may have omitted files from one listing.
  return isComplete((await listSegments(engine)).get(device) ?? []) ? 'intact' : 'incomplete';
}
