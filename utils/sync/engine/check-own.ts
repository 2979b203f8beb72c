/** Checks whether the segments that this device has sent are still in the remote store, and repairs losses. */
import { parseSegmentName, segmentName } from '../format/remote-layout.ts';
import { CopiedProfileError } from '../format/sync-errors.ts';
import { deviceOf, type Stamp } from '../merge/stamp.ts';
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
import { readOwnLog, tryOwnSegment, writeUnsent } from './write-own.ts';

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

/**
 * Reads all fields in this device's readable segments.
 *
 * @param lost receives the numbers of unreadable segments
 * @returns field versions by record key
 */
async function readSentFields(engine: Engine, lost: Set<number>): Promise<Map<string, Set<string>>> {
  const sentFields = new Map<string, Set<string>>();
  for (const { number } of (await readOwnLog(engine)).sent) {
    engine.signal.throwIfAborted();
    const segment = lost.has(number) ? null : await tryOwnSegment(engine, number);
    // Its content is sent again as a precaution, and the segment stays.
    if (segment === 'unavailable') continue;
    if (segment === null) lost.add(number);
    for (const { key, record } of segment?.records ?? []) {
      const versions = sentFields.get(key) ?? new Set();
      for (const [name, [stamp]] of Object.entries(record.fields)) versions.add(fieldVersion(name, stamp));
      if (record.gone !== null) versions.add(fieldVersion('', record.gone));
      sentFields.set(key, versions);
    }
  }
  return sentFields;
}

const fieldVersion = (name: string, stamp: Stamp): string => `${stamp} ${name}`;

/** Marks as unsent all fields that were in damaged segments and are in no readable one. */
async function resendLost(engine: Engine, damaged: readonly number[]): Promise<number[]> {
  const { db, config } = engine;
  const lost = new Set(damaged);
  const sentFields = await readSentFields(engine, lost);
  await db.transaction('rw', db.syncState, db.syncRecords, async () => {
    const removed = (await readState(db, 'removed')) ?? [];
    const others = Object.keys((await readState(db, 'others')) ?? {});
    // Fields of other devices are in those devices' own logs, unless a log was taken over.
    const theirs = new Set(others.filter((one) => one !== config.device && !removed.includes(one)));
    await db.syncRecords.toCollection().modify((row) => {
      const versions = sentFields.get(row.key);
      const isLost = (name: string, stamp: Stamp): boolean =>
        !theirs.has(deviceOf(stamp)) && versions?.has(fieldVersion(name, stamp)) !== true;
      const names = Object.entries(row.fields).flatMap(([name, [stamp]]) =>
        isLost(name, stamp) ? [name] : [],
      );
      if (row.gone !== null && isLost('', row.gone)) names.push('');
      if (names.length === 0) return;
      row.fresh = [...new Set([...row.fresh, ...names])];
      row.dirty = 1;
    });
    const own = (await readState(db, 'own')) ?? EMPTY_OWN_LOG;
    await writeState(
      db,
      'own',
      markObsolete(own, (number) => lost.has(number)),
    );
    await clearContents(engine, [...lost]);
  });
  return [...lost];
}

/** Replaces damaged or missing segments of this device: sends their content again, then deletes their files. */
export async function replaceLost(engine: Engine, damaged: readonly number[]): Promise<void> {
  const lost = await resendLost(engine, damaged);
  // Send first: until then, the other devices treat the damaged file as one that they have not read yet.
  await writeUnsent(engine);
  await deleteObsolete(engine, lost);
}

/**
 * For each other device that has written long after our last segment, the first segment that it has still not read.
 * These segments may be unreadable.
 */
async function suspectSegments({ db, config }: Engine, { sent, wroteAt }: OwnLog): Promise<Set<number>> {
  const removed = (await readState(db, 'removed')) ?? [];
  const others = Object.entries((await readState(db, 'others')) ?? {});
  const numbers = others.flatMap(([device, { at, seen }]) => {
    if (removed.includes(device) || at < wroteAt + CHECK_INTERVAL_MS) return [];
    const unread = sent.map(({ number }) => number).filter((number) => number > (seen[config.device] ?? 0));
    return unread.length === 0 ? [] : [unread.reduce((a, b) => Math.min(a, b))];
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
  const lost: number[] = [];
  let [bytes, last] = [0, checked.number];
  for (const one of [...inOrder.filter(({ number }) => first.has(number)), ...turn]) {
    if (bytes >= CHECK_MAX_BYTES) break;
    const segment = await tryOwnSegment(engine, one.number);
    // The server can't deliver it to us now, nor to another device for a day.
    const isLost = segment === 'unavailable' ? first.has(one.number) : segment === null;
    if (isLost) lost.push(one.number);
    else if (segment !== null && segment !== 'unavailable' && segment.head.mark !== one.mark)
      throw new CopiedProfileError();
    bytes += one.bytes;
    if (!first.has(one.number)) last = one.number;
  }
  if (lost.length > 0) await replaceLost(engine, lost);
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
 * Compares the records of this device's segments with the listing. Deletes partly written files; sends missing content
 * again, and everything if no segment is left.
 *
 * @returns whether another profile writes under this device's id, because the profile was copied or restored from a
 *   backup
 */
export async function checkOwnLog(engine: Engine, listing: Listing): Promise<boolean> {
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
    if (isOwn === false) return true;
    if (isOwn) await deleteObsolete(engine, [number]);
    // Not deliverable now: retried with the same delay as a failed deletion.
    else if (loose.has(number)) await recordFailedDelete(engine, nameOf(number), engine.now());
  }
  if (own.sent.every(({ number }) => listed.includes(number))) return false;
  // A server or a folder-sync program may have omitted files from one listing.
  const again = new Set((await listSegments(engine)).get(config.device) ?? []);
  const missing = own.sent.map(({ number }) => number).filter((number) => !again.has(number));
  if (again.size === 0) await resendAll(engine);
  else if (missing.length > 0) await resendLost(engine, missing);
  return false;
}
