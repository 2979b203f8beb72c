/** Checks whether the segments of this device are still in the remote store, and replaces them if some are lost. */
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { segmentName } from '../format/remote-layout.ts';
import type { KeyedRecord, RecordKind } from '../format/segment-file.ts';
import { CopiedProfileError } from '../format/sync-errors.ts';
import { isNotEmpty } from '../merge/record.ts';
import type { Engine } from './engine.ts';
import { deleteOptionalFile } from './remote-files.ts';
import { clearContents } from './segment-contents.ts';
import { type Listing, listSegments } from './segment-listing.ts';
import { readState, writeState } from './sync-state.ts';
import { putSegment, readOwnLog, readOwnSegment } from './write-own-log.ts';

/** This device's segments are re-read at this interval, up to `MAX_CHECK_BYTES` each time, so that all are verified in turn. */
const CHECK_INTERVAL_MS = 24 * 3_600_000;
const MAX_CHECK_BYTES = 2 ** 20;

/** Marks segments of this device as obsolete, so that their files may be deleted. */
export async function markObsolete(engine: Engine, numbers: readonly number[]): Promise<void> {
  const { db } = engine;
  await db.transaction('rw', db.syncState, async () => {
    const own = await readOwnLog(engine);
    const sent = own.sent.filter(({ number }) => !numbers.includes(number));
    await writeState(db, 'own', { ...own, sent, loose: [...own.loose, ...numbers] });
    await clearContents(engine, numbers);
  });
}

/** Deletes obsolete segments of this device. If one can't be deleted, later runs retry. */
export async function deleteObsolete(engine: Engine, numbers: readonly number[]): Promise<void> {
  for (const number of numbers)
    await deleteOptionalFile(engine, segmentName({ device: engine.config.device, number }));
}

/** Maximum number of records per segment of a snapshot. */
const MAX_RECORDS_PER_SEGMENT = 200;

/** Returns the part of a record that has already been sent. */
function pickSent({ key, kind, fields, gone, fresh }: SyncRecordRow): KeyedRecord {
  const sent = Object.entries(fields).filter(([name]) => !fresh.includes(name));
  const record = { fields: Object.fromEntries(sent), gone: fresh.includes('') ? null : gone };
  return { key, kind: kind as RecordKind, record };
}

/**
 * Writes a snapshot of all records, including fields that other devices have changed, because part of a log is lost or
 * will be deleted. Unsent fields are not included, because their content files are not in the remote store yet.
 *
 * @returns the numbers of this device's earlier segments, which are now obsolete and which the caller must delete
 * @throws the remote store's errors
 */
export async function writeSnapshot(engine: Engine): Promise<number[]> {
  const { db } = engine;
  const replaced = (await readOwnLog(engine)).sent.map(({ number }) => number);
  const keys = await db.syncRecords.toCollection().primaryKeys();
  let from = 0;
  do {
    engine.signal.throwIfAborted();
    const rows = await db.syncRecords.bulkGet(keys.slice(from, from + MAX_RECORDS_PER_SEGMENT));
    const sent = rows.filter((row) => row !== undefined).map(pickSent);
    const records = sent.filter(({ record }) => isNotEmpty(record));
    await putSegment(engine, records, undefined, replaced);
    await engine.yieldTurn();
    from += MAX_RECORDS_PER_SEGMENT;
  } while (from < keys.length);
  await markObsolete(engine, replaced);
  return replaced;
}

/** Replaces this device's log with a snapshot. */
export async function replaceOwnLog(engine: Engine): Promise<void> {
  const replaced = await writeSnapshot(engine);
  // Deleted only after the snapshot is written. Until then, other devices keep retrying damaged segments.
  await deleteObsolete(engine, replaced);
}

/**
 * Once a day, re-reads some of this device's segments, and replaces the log if one is damaged or lost.
 *
 * @throws CopiedProfileError if another profile has overwritten a segment; the remote store's errors
 */
export async function verifySegments(engine: Engine): Promise<void> {
  const { db, now } = engine;
  const checked = await readState(db, 'checked');
  if (checked !== null && Math.abs(now() - checked.at) < CHECK_INTERVAL_MS) return;
  if (checked === null) return writeState(db, 'checked', { at: now(), number: 0 });
  // Newest first, because a copied profile would have overwritten the most recent segments.
  const newestFirst = (await readOwnLog(engine)).sent.toSorted((a, b) => b.number - a.number);
  const next = Math.max(
    0,
    newestFirst.findIndex(({ number }) => number < checked.number),
  );
  let hasLostSegment = false;
  let [bytes, last] = [0, checked.number];
  for (const sentSegment of [...newestFirst.slice(next), ...newestFirst.slice(0, next)]) {
    if (bytes >= MAX_CHECK_BYTES) break;
    const segment = await readOwnSegment(engine, sentSegment.number);
    if (segment === null) hasLostSegment = true;
    else if (segment.head.mark !== sentSegment.mark) throw new CopiedProfileError();
    bytes += sentSegment.bytes;
    last = sentSegment.number;
  }
  if (hasLostSegment) await replaceOwnLog(engine);
  // Saved last, so that damage is found again if the run is stopped before the repair.
  await writeState(db, 'checked', { at: now(), number: last });
}

/**
 * Compares this device's list of its segments with the listing of the remote store, and deletes obsolete segments that
 * still exist.
 *
 * @returns `incomplete` if segments are missing, in which case the log must be replaced
 * @throws CopiedProfileError if another profile writes under this device's id, because the profile was copied or
 *   restored from a backup
 */
export async function checkOwnLog(engine: Engine, listing: Listing): Promise<'intact' | 'incomplete'> {
  const { device } = engine.config;
  const { sent, loose } = await readOwnLog(engine);
  const listed = listing.get(device) ?? [];
  const currentNumbers = new Set(sent.map(({ number }) => number));
  const obsoleteNumbers = new Set(loose);
  const others = listed.filter((number) => !currentNumbers.has(number));
  // Ignore unreadable files, because anybody with access to the remote store could create a file with such a name.
  for (const number of others)
    if (!obsoleteNumbers.has(number) && (await readOwnSegment(engine, number)) !== null)
      throw new CopiedProfileError();
  await deleteObsolete(
    engine,
    others.filter((number) => obsoleteNumbers.has(number)),
  );
  const isComplete = (numbers: readonly number[]): boolean =>
    sent.every(({ number }) => numbers.includes(number));
  if (isComplete(listed)) return 'intact';
  // List again, because servers and folder-sync programs may omit files from a single listing.
  return isComplete((await listSegments(engine)).get(device) ?? []) ? 'intact' : 'incomplete';
}
