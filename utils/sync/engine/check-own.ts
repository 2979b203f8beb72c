/** Whether what this device has said is at the place, and what is done where it is not. */
import { parseSegmentName, segmentName } from '../format/place-layout.ts';
import { CopiedProfileError } from '../format/sync-errors.ts';
import { deviceOf, type Stamp } from '../merge/stamp.ts';
import type { Engine } from './engine-types.ts';
import { deleteOneOfMany, dueFirst, forgetUndeleted, noteUndeleted, readUndeletable } from './file-limits.ts';
import { type Listing, listSegments } from './read-others.ts';
import { forgetContents } from './segment-contents.ts';
import { EMPTY_LOG, type OwnLog, readState, type SentSegment, writeState } from './sync-state.ts';
import { readOwn, tryOwnSegment, writeOwn } from './write-own.ts';

/** Segments of ours are read again so often (ms), and of them so many bytes: in the end all. */
const CHECK_EVERY = 24 * 3_600_000;
const CHECKED_AT_ONCE = 2 ** 20;

/** One that the server can't give counts as lost after that time (ms). */
const UNGIVEN_FOR = 3 * CHECK_EVERY;

/** Segments that are not needed any more: their files may go. */
export function loosen(own: OwnLog, isLoose: (number: number) => boolean): OwnLog {
  const loose = own.sent.filter(({ number }) => isLoose(number));
  return {
    ...own,
    sent: own.sent.filter(({ number }) => !isLoose(number)),
    loose: [...own.loose, ...loose.map(({ number, mark }) => ({ number, mark }))],
  };
}

/**
 * Deletes segments of ours that are not needed any more. One that can't be deleted is tried again by the next run, and
 * stays among those that are known as ours, however many come after it.
 */
export async function deleteLoose(engine: Engine, numbers: readonly number[]): Promise<void> {
  const { db, config } = engine;
  const left = new Set<number>();
  for (const number of numbers)
    if (!(await deleteOneOfMany(engine, segmentName({ device: config.device, number })))) left.add(number);
  if (left.size === 0) return;
  await db.transaction('rw', db.syncState, async () => {
    const own = await readOwn(engine);
    const gone = own.loose.filter(({ number }) => !left.has(number));
    const kept = own.loose.filter(({ number }) => left.has(number));
    await writeState(db, 'own', { ...own, loose: [...gone, ...kept] });
  });
}

/** Something of what we had said is at the place no more: all of it is said again. */
export async function sayAllAgain({ db }: Engine, isLost: (number: number) => boolean): Promise<void> {
  await db.transaction('rw', db.syncState, db.syncRecords, async () => {
    await db.syncRecords.toCollection().modify((row) => {
      row.fresh = [...Object.keys(row.fields), ...(row.gone === null ? [] : [''])];
      row.dirty = 1;
    });
    const own = (await readState(db, 'own')) ?? EMPTY_LOG;
    await writeState(db, 'own', loosen(own, isLost));
  });
}

/** By record, what the segments of ours say that can be read. */
async function readSaid(engine: Engine, lost: Set<number>): Promise<Map<string, Set<string>>> {
  const said = new Map<string, Set<string>>();
  for (const { number } of (await readOwn(engine)).sent) {
    engine.signal.throwIfAborted();
    const segment = lost.has(number) ? null : await tryOwnSegment(engine, number);
    // What it may have said is said again, and it stays.
    if (segment === 'ungiven') continue;
    if (segment === null) lost.add(number);
    for (const { key, record } of segment?.records ?? []) {
      const words = said.get(key) ?? new Set();
      for (const [name, [stamp]] of Object.entries(record.fields)) words.add(wordOf(name, stamp));
      if (record.gone !== null) words.add(wordOf('', record.gone));
      said.set(key, words);
    }
  }
  return said;
}

const wordOf = (name: string, stamp: Stamp): string => `${stamp} ${name}`;

/** What was in segments of ours that are damaged, and what in none that can be read, is said again. */
async function sayLostAgain(engine: Engine, damaged: readonly number[]): Promise<number[]> {
  const { db, config } = engine;
  const lost = new Set(damaged);
  const said = await readSaid(engine, lost);
  await db.transaction('rw', db.syncState, db.syncRecords, async () => {
    const removed = (await readState(db, 'removed')) ?? [];
    const others = Object.keys((await readState(db, 'others')) ?? {});
    // What others said is in their logs, but for those whose log was taken over.
    const theirs = new Set(others.filter((one) => one !== config.device && !removed.includes(one)));
    await db.syncRecords.toCollection().modify((row) => {
      const words = said.get(row.key);
      const isLost = (name: string, stamp: Stamp): boolean =>
        !theirs.has(deviceOf(stamp)) && words?.has(wordOf(name, stamp)) !== true;
      const names = Object.entries(row.fields).flatMap(([name, [stamp]]) =>
        isLost(name, stamp) ? [name] : [],
      );
      if (row.gone !== null && isLost('', row.gone)) names.push('');
      if (names.length === 0) return;
      row.fresh = [...new Set([...row.fresh, ...names])];
      row.dirty = 1;
    });
    const own = (await readState(db, 'own')) ?? EMPTY_LOG;
    await writeState(
      db,
      'own',
      loosen(own, (number) => lost.has(number)),
    );
    await forgetContents(engine, [...lost]);
  });
  return [...lost];
}

/** Segments of ours that are damaged or gone: what was in them is said again, and their files go. */
export async function replaceLost(engine: Engine, damaged: readonly number[]): Promise<void> {
  const lost = await sayLostAgain(engine, damaged);
  // First: until it is said again, the others take it for something that they have not read yet.
  await writeOwn(engine);
  await deleteLoose(engine, lost);
}

/** Numbers of segments that another device has not read, though it wrote long after they were there. */
async function doubted({ db, config }: Engine, { sent, wroteAt }: OwnLog): Promise<Set<number>> {
  const removed = (await readState(db, 'removed')) ?? [];
  const others = Object.entries((await readState(db, 'others')) ?? {});
  const numbers = others.flatMap(([device, { at, seen }]) => {
    if (removed.includes(device) || at < wroteAt + CHECK_EVERY) return [];
    const unread = sent.map(({ number }) => number).filter((number) => number > (seen[config.device] ?? 0));
    return unread.length === 0 ? [] : [unread.reduce((a, b) => Math.min(a, b))];
  });
  return new Set(numbers);
}

/**
 * Reads segments of ours again, some each day, those first that another device seems not to be able to read.
 *
 * @throws CopiedProfileError where somebody else has written over one, and what the place throws
 */
export async function checkContents(engine: Engine): Promise<void> {
  const { db, now } = engine;
  const checked = await readState(db, 'checked');
  if (checked !== null && Math.abs(now() - checked.at) < CHECK_EVERY) return;
  if (checked === null) return writeState(db, 'checked', { at: now(), number: 0 });
  const own = await readOwn(engine);
  // Downwards: what was written over by somebody who did not know was written last.
  const inOrder = own.sent.toSorted((a, b) => b.number - a.number);
  const first = await doubted(engine, own);
  const isAhead = ({ number }: SentSegment): boolean => number < checked.number;
  const turn = [...inOrder.filter(isAhead), ...inOrder.filter((one) => !isAhead(one))];
  const lost: number[] = [];
  const before = checked.ungiven ?? {};
  const ungiven: Record<number, number> = {};
  for (const { number } of inOrder) if (before[number] !== undefined) first.add(number);
  let [bytes, last] = [0, checked.number];
  for (const one of [...inOrder.filter(({ number }) => first.has(number)), ...turn]) {
    if (bytes >= CHECKED_AT_ONCE) break;
    const segment = await tryOwnSegment(engine, one.number);
    if (segment === 'ungiven') {
      const since = before[one.number] ?? now();
      if (now() - since >= UNGIVEN_FOR) lost.push(one.number);
      else ungiven[one.number] = since;
    } else if (segment === null) lost.push(one.number);
    else if (segment.head.mark !== one.mark) throw new CopiedProfileError();
    bytes += one.bytes;
    if (!first.has(one.number)) last = one.number;
  }
  if (lost.length > 0) await replaceLost(engine, lost);
  // Last: damage that was found is not forgotten where this is stopped.
  await writeState(db, 'checked', { at: now(), number: last, ungiven });
}

/** Are all segments of ours at the place as we wrote them? */
export async function isAllThere(engine: Engine): Promise<boolean> {
  for (const { number, mark } of (await readOwn(engine)).sent) {
    const segment = await tryOwnSegment(engine, number);
    if (segment === 'ungiven' || segment?.head.mark !== mark) return false;
  }
  return true;
}

/** Was a file under a number of ours written by us, and only not noted? Null where nobody can tell. */
async function isOurs(engine: Engine, { loose }: OwnLog, found: number): Promise<boolean | null> {
  const mark = loose.find((one) => one.number === found)?.mark;
  const segment = await tryOwnSegment(engine, found);
  if (segment === 'ungiven') return null;
  if (segment === null) return mark === undefined ? null : true;
  return segment.head.mark === mark;
}

/** Notes which loose segments are still at the place: forgotten, they would be taken for somebody else's. */
function noteLooseThere(engine: Engine, there: ReadonlySet<number>): Promise<OwnLog> {
  const { db } = engine;
  return db.transaction('rw', db.syncState, async () => {
    const own = await readOwn(engine);
    const isSo = own.loose.every((one) => there.has(one.number) === (one.isThere === true));
    if (isSo) return own;
    const loose = own.loose.map(({ number, mark }) => ({
      ...{ number, mark },
      ...(there.has(number) && { isThere: true as const }),
    }));
    await writeState(db, 'own', { ...own, loose });
    return { ...own, loose };
  });
}

/** Is it a segment that is not at the place any more? */
function isGone(name: string, listing: Listing): boolean {
  const one = parseSegmentName(name);
  return one !== null && listing.get(one.device)?.includes(one.number) !== true;
}

/**
 * Brings what we know of our own segments in line with what is there. Files that were torn off go; where some are
 * missing, what was in no other is said again, and all where none is left.
 *
 * @returns whether somebody else writes under this device's id: its profile was copied or put back from a backup
 */
export async function checkOwn(engine: Engine, listing: Listing): Promise<boolean> {
  const { config } = engine;
  const there = listing.get(config.device) ?? [];
  const own = await noteLooseThere(engine, new Set(there));
  const sent = new Set(own.sent.map(({ number }) => number));
  await forgetUndeleted(engine, (name) => isGone(name, listing));
  const isUndeletable = await readUndeletable(engine);
  const loose = new Set(own.loose.map(({ number }) => number));
  const nameOf = (number: number): string => segmentName({ device: config.device, number });
  const unsent = there.filter((one) => !sent.has(one));
  for (const number of await dueFirst(engine, unsent, nameOf)) {
    if (loose.has(number) && isUndeletable(nameOf(number))) continue;
    const isOwn = await isOurs(engine, own, number);
    if (isOwn === false) return true;
    if (isOwn) await deleteLoose(engine, [number]);
    // The server can't give it: it is asked again when it would be for one that it won't delete.
    else if (loose.has(number)) await noteUndeleted(engine, nameOf(number), engine.now());
  }
  if (own.sent.every(({ number }) => there.includes(number))) return false;
  // A server, or what carries a folder about, may have left some out of one listing.
  const again = new Set((await listSegments(engine)).get(config.device) ?? []);
  const missing = own.sent.map(({ number }) => number).filter((number) => !again.has(number));
  if (again.size === 0) await sayAllAgain(engine, () => true);
  else if (missing.length > 0) await sayLostAgain(engine, missing);
  return false;
}
