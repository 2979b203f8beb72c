/** Checks whether the segments that this device has sent are still in the remote store, and repairs losses. */
import type { SyncRecordRow } from '../../library/sync-rows.ts';
import { parseSegmentName, segmentName } from '../format/remote-layout.ts';
import type { KeyedRecord, Kind } from '../format/segment-file.ts';
import { CopiedProfileError } from '../format/sync-errors.ts';
import { isNotEmpty } from '../merge/record.ts';
import type { Engine } from './engine.ts';
import {
  clearFailedDeletes,
  deleteOptionalFile,
  readDelayedDeletes,
  recordFailedDelete,
  sortDueFirst,
} from './remote-files.ts';
import { clearContents } from './segment-contents.ts';
import { type Listing, listSegments } from './segment-listing.ts';
import { EMPTY_OWN_LOG, type OwnLog, readState, type SentSegment, writeState } from './sync-state.ts';
import { putSegment, readOwnLog, tryOwnSegment } from './write-own.ts';

/**
 * Own segments are re-read at this interval, up to `CHECK_MAX_BYTES` each time, so that all are verified eventually.
 */
const CHECK_INTERVAL_MS = 24 * 3_600_000;
const CHECK_MAX_BYTES = 2 ** 20;

/** Moves segments from the sent ones to the obsolete ones, whose files may be deleted. */
export function markObsolete(own: OwnLog, isObsolete: (number: number) => boolean): OwnLog {
  const loose = own.sent.filter(({ number }) => isObsolete(number));
  return {
    ...own,
    sent: own.sent.filter(({ number }) => !isObsolete(number)),
    loose: [...own.loose, ...loose.map(({ number, mark }) => ({ number, mark }))],
  };
}

/**
 * Deletes obsolete segments of this device. If one can't be deleted, the next run tries again, and it stays in the list
 * of own segments however many follow.
 */
export async function deleteObsolete(engine: Engine, numbers: readonly number[]): Promise<void> {
  const { db, config } = engine;
  const left = new Set<number>();
  for (const number of numbers)
    if (!(await deleteOptionalFile(engine, segmentName({ device: config.device, number })))) left.add(number);
  if (left.size === 0) return;
  await db.transaction('rw', db.syncState, async () => {
    const own = await readOwnLog(engine);
    const gone = own.loose.filter(({ number }) => !left.has(number));
    const kept = own.loose.filter(({ number }) => left.has(number));
    await writeState(db, 'own', { ...own, loose: [...gone, ...kept] });
  });
}

/** Marks all fields as unsent, because nothing of what this device had sent is in the remote store any more. */
async function resendAll({ db }: Engine): Promise<void> {
  await db.transaction('rw', db.syncState, db.syncRecords, async () => {
    await db.syncRecords.toCollection().modify((row) => {
      row.fresh = [...Object.keys(row.fields), ...(row.gone === null ? [] : [''])];
      row.dirty = 1;
    });
    const own = (await readState(db, 'own')) ?? EMPTY_OWN_LOG;
    await writeState(
      db,
      'own',
      markObsolete(own, () => true),
    );
  });
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
  await db.transaction('rw', db.syncState, async () => {
    const own = await readOwnLog(engine);
    await writeState(
      db,
      'own',
      markObsolete(own, (number) => replaced.includes(number)),
    );
    await clearContents(engine, replaced);
  });
  return replaced;
}

/** Replaces this device's log by a snapshot. */
export async function replaceOwnLog(engine: Engine): Promise<void> {
  const replaced = await writeSnapshot(engine);
  // Deleted last: until then, the other devices treat a damaged file as one that they have not read yet.
  await deleteObsolete(engine, replaced);
}

/**
 * For each other device, our first segment that it had not read although it wrote a day after that. These segments may be
 * unreadable.
 */
async function suspectSegments({ db, config }: Engine, { sent }: OwnLog): Promise<Set<number>> {
  const removed = (await readState(db, 'removed')) ?? [];
  const others = Object.entries((await readState(db, 'others')) ?? {});
  const numbers = others.flatMap(([device, { at, seen }]) => {
    if (removed.includes(device)) return [];
    const unread = sent.filter(({ number }) => number > (seen[config.device] ?? 0));
    const first = unread.toSorted((a, b) => a.number - b.number)[0];
    return first === undefined || at < first.at + CHECK_INTERVAL_MS ? [] : [first.number];
  });
  return new Set(numbers);
}

/**
 * Re-reads a part of this device's segments each day, starting with those that another device seems unable to read.
 *
 * @throws CopiedProfileError if another profile has overwritten one; the remote store's errors
 */
export async function verifySegments(engine: Engine): Promise<void> {
  const { db, now } = engine;
  const checked = await readState(db, 'checked');
  if (checked !== null && Math.abs(now() - checked.at) < CHECK_INTERVAL_MS) return;
  if (checked === null) return writeState(db, 'checked', { at: now(), number: 0 });
  const own = await readOwnLog(engine);
  // In descending order: if a copied profile has overwritten segments, they are the most recent ones.
  const inOrder = own.sent.toSorted((a, b) => b.number - a.number);
  const first = await suspectSegments(engine, own);
  const isAhead = ({ number }: SentSegment): boolean => number < checked.number;
  const turn = [...inOrder.filter(isAhead), ...inOrder.filter((one) => !isAhead(one))];
  let isAnyLost = false;
  let [bytes, last] = [0, checked.number];
  for (const one of [...inOrder.filter(({ number }) => first.has(number)), ...turn]) {
    if (bytes >= CHECK_MAX_BYTES) break;
    const segment = await tryOwnSegment(engine, one.number);
    // The server can't deliver it to us now, nor to another device for a day.
    const isLost = segment === 'unavailable' ? first.has(one.number) : segment === null;
    if (isLost) isAnyLost = true;
    else if (segment !== null && segment !== 'unavailable' && segment.head.mark !== one.mark)
      throw new CopiedProfileError();
    bytes += one.bytes;
    if (!first.has(one.number)) last = one.number;
  }
  if (isAnyLost) await replaceOwnLog(engine);
  // Saved last, so that damage is found again if the run is stopped before it is repaired.
  await writeState(db, 'checked', { at: now(), number: last });
}

/**
 * Whether this device wrote the file with that number and only failed to record it. Null if that can't be determined.
 */
async function wroteSegment(engine: Engine, { loose }: OwnLog, found: number): Promise<boolean | null> {
  const mark = loose.find((one) => one.number === found)?.mark;
  const segment = await tryOwnSegment(engine, found);
  if (segment === 'unavailable') return null;
  if (segment === null) return mark === undefined ? null : true;
  return segment.head.mark === mark;
}

/**
 * Records which obsolete segments are still in the remote store. If they were forgotten, they would look like another
 * profile's segments.
 */
function recordObsoletePresence(engine: Engine, listed: ReadonlySet<number>): Promise<OwnLog> {
  const { db } = engine;
  return db.transaction('rw', db.syncState, async () => {
    const own = await readOwnLog(engine);
    const isCurrent = own.loose.every((one) => listed.has(one.number) === (one.isThere === true));
    if (isCurrent) return own;
    const loose = own.loose.map(({ number, mark }) => ({
      ...{ number, mark },
      ...(listed.has(number) && { isThere: true as const }),
    }));
    await writeState(db, 'own', { ...own, loose });
    return { ...own, loose };
  });
}

/** Whether the name is that of a segment that is no longer in the remote store. */
function isDeletedSegment(name: string, listing: Listing): boolean {
  const one = parseSegmentName(name);
  return one !== null && listing.get(one.device)?.includes(one.number) !== true;
}

/**
 * Compares the records of this device's segments with the listing. Deletes partly written files, and marks everything as
 * unsent, with its files, if no segment is left.
 *
 * @returns `copied` if another profile writes under this device's id, because the profile was copied or restored from a
 *   backup; `incomplete` if segments are missing, so that the log must be replaced
 */
export async function checkOwnLog(
  engine: Engine,
  listing: Listing,
): Promise<'intact' | 'incomplete' | 'copied'> {
  const { config } = engine;
  const listed = listing.get(config.device) ?? [];
  const own = await recordObsoletePresence(engine, new Set(listed));
  const sent = new Set(own.sent.map(({ number }) => number));
  await clearFailedDeletes(engine, (name) => isDeletedSegment(name, listing));
  const isDelayed = await readDelayedDeletes(engine);
  const loose = new Set(own.loose.map(({ number }) => number));
  const nameOf = (number: number): string => segmentName({ device: config.device, number });
  const unsent = listed.filter((one) => !sent.has(one));
  for (const number of await sortDueFirst(engine, unsent, nameOf)) {
    if (loose.has(number) && isDelayed(nameOf(number))) continue;
    const isOwn = await wroteSegment(engine, own, number);
    if (isOwn === false) return 'copied';
    if (isOwn) await deleteObsolete(engine, [number]);
    // Not deliverable now: retried with the same delay as a failed deletion.
    else if (loose.has(number)) await recordFailedDelete(engine, nameOf(number), engine.now());
  }
  if (own.sent.every(({ number }) => listed.includes(number))) return 'intact';
  // A server or a folder-sync program may have omitted files from one listing.
  const again = new Set((await listSegments(engine)).get(config.device) ?? []);
  if (again.size > 0) return own.sent.every(({ number }) => again.has(number)) ? 'intact' : 'incomplete';
  await resendAll(engine);
  return 'intact';
}
