/** What the database knows of the journal's segments; see `journal-types.ts`. Several windows may note at once. */
import type { LibraryDb } from '../db.ts';
import type { JournalFiles, JournalKeyRow, JournalSegmentRow } from './log-types.ts';

/** A segment that is on the disk. */
export interface WrittenSegment {
  segment: number;
  bytes: number;
  /** What it holds. */
  rows: readonly JournalKeyRow[];
  /** Keys that no segment needs to speak of any more. */
  forgotten: readonly string[];
  /** What its keys were due under when they were read. */
  tokens: ReadonlyMap<string, string>;
  /** Rows that say of many of them at once that they are due, all under one token of those. */
  batches: readonly string[];
  /** Keys that are not due any more were seen to by somebody else meanwhile: they are not noted. */
  onlyDue: boolean;
}

/** What of it holds: of two segments with one key, that with the higher number. */
function chooseRows(
  { rows, segment, onlyDue }: WrittenSegment,
  due: ReadonlySet<string>,
  former: ReadonlyMap<string, JournalKeyRow>,
): JournalKeyRow[] {
  return rows.filter(({ key }) => (former.get(key)?.segment ?? -1) < segment && (!onlyDue || due.has(key)));
}

/** Segments that may hold a record of a key. */
export function holdersOf({ segment, others = [] }: JournalKeyRow): number[] {
  return [...others, segment];
}

/** Segments that a row names before those that are gone are taken out: a row is written with each change. */
const MOST_NAMED = 8;

/** The same row once another segment holds the key, too. */
function withOther(row: JournalKeyRow, others: readonly number[]): JournalKeyRow {
  return { ...row, others: [...new Set([...(row.others ?? []), ...others])] };
}

/** Rows that name many segments name those that are still there. */
async function withoutGone(db: LibraryDb, rows: readonly JournalKeyRow[]): Promise<JournalKeyRow[]> {
  if (rows.every(({ others = [] }) => others.length <= MOST_NAMED)) return [...rows];
  const there = new Set(await db.journalSegments.toCollection().primaryKeys());
  return rows.map((row) => ({ ...row, others: row.others?.filter((id) => there.has(id)) ?? [] }));
}

/** Rows of a key follow one another: what the former one knew of older records is still so. */
function afterFormer(row: JournalKeyRow, former: JournalKeyRow | undefined): JournalKeyRow {
  return former === undefined ? row : withOther(row, [...(former.others ?? []), former.segment]);
}

/** Takes keys off the segments that held them. */
function takeOff(segments: ReadonlyMap<number, JournalSegmentRow>, rows: readonly JournalKeyRow[]): void {
  for (const row of rows) {
    const left = segments.get(row.segment);
    if (left === undefined) continue;
    left.keys -= 1;
    left.live -= row.bytes;
  }
}

/**
 * Notes what is where now, and that it is not due any more; what changed again meanwhile stays due.
 *
 * @returns segments that hold nothing that is needed; the caller drops them
 */
export function noteSegment(db: LibraryDb, written: WrittenSegment): Promise<number[]> {
  const { segment, bytes, rows, forgotten, tokens, batches } = written;
  const { journalDue, journalKeys, journalSegments } = db;
  return db.transaction('rw', journalDue, journalKeys, journalSegments, async () => {
    const whole = (await journalDue.bulkGet([...batches])).filter((row) => row !== undefined);
    const single = (await journalDue.bulkGet([...tokens.keys()])).filter((row) => row !== undefined);
    const due = new Set([...whole.flatMap(({ keys = [] }) => keys), ...single.map(({ key }) => key)]);
    const done = [...whole, ...single.filter(({ key, token }) => token === tokens.get(key))];
    const keys = [...rows.map(({ key }) => key), ...forgotten];
    const known = (await journalKeys.bulkGet(keys)).filter((row) => row !== undefined);
    const former = new Map(known.map((row) => [row.key, row]));
    const taken = chooseRows(written, due, former);
    const left = [...taken.map(({ key }) => key), ...forgotten].flatMap((key) => former.get(key) ?? []);
    const touched = await journalSegments.bulkGet([...new Set(left.map((row) => row.segment))]);
    const segments = new Map(touched.flatMap((row) => (row ? [[row.id, row]] : [])));
    takeOff(segments, left);
    await journalDue.bulkDelete(done.map(({ key }) => key));
    await journalKeys.bulkDelete([...forgotten]);
    const following = taken.map((row) => afterFormer(row, former.get(row.key)));
    await journalKeys.bulkPut(await withoutGone(db, following));
    await journalSegments.bulkPut([...segments.values()]);
    const live = taken.reduce((sum, row) => sum + row.bytes, 0);
    const isTaken = new Set(taken.map(({ key }) => key));
    // Somebody else was quicker with these: the segment has an older record of them.
    const late = taken.length === 0 ? [] : rows.filter(({ key }) => !isTaken.has(key));
    const still = late.flatMap(({ key }) => former.get(key) ?? []);
    await journalKeys.bulkPut(still.map((row) => withOther(row, [segment])));
    const holdsGone = late.length > still.filter(({ gone }) => !gone).length;
    if (taken.length > 0) {
      const row: JournalSegmentRow = { id: segment, bytes, keys: taken.length, live };
      await journalSegments.put(holdsGone ? { ...row, shred: true } : row);
    }
    const emptied = [...segments.values()].filter((row) => row.keys <= 0).map(({ id }) => id);
    return rows.length > 0 && taken.length === 0 ? [...emptied, segment] : emptied;
  });
}

/**
 * Removes segments nobody needs, files first: a file that is not known is found again, a row without one is not. The
 * oldest goes first, so that the newest word holds wherever this is cut short.
 */
export async function dropSegments(
  db: LibraryDb,
  files: JournalFiles,
  segments: readonly number[],
): Promise<void> {
  for (const segment of segments.toSorted((a, b) => a - b)) {
    await files.remove(segment);
    await db.journalSegments.delete(segment);
  }
}
