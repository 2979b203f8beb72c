/** Facts about the second copy, among the database's own. */
import type { LibraryDb } from '../db.ts';
import type { MetaRow } from '../reader-types.ts';

/** The journal this database writes. A database that has none yet is a new one. */
export const JOURNAL_ID_KEY = 'journalId';

/** The last article that filling the journal has come to; no row where it is full. */
export const JOURNAL_FILL_KEY = 'journalFill';

/** Why the journal could not be written last: `full` or `failed`; no row where it could. */
export const JOURNAL_TROUBLE_KEY = 'journalTrouble';

/** The number of the segment that was begun last. */
export const JOURNAL_NEXT_KEY = 'journalNext';

/**
 * The journal's keys name every segment with a record of theirs. Journals of former releases lack that until they were
 * rewritten once.
 */
const TRACKED_KEY = 'journalTracked';

export async function areRecordsTracked(db: LibraryDb): Promise<boolean> {
  return (await db.meta.get(TRACKED_KEY)) !== undefined;
}

export async function noteRecordsTracked(db: LibraryDb): Promise<void> {
  await db.meta.put({ key: TRACKED_KEY, value: true });
}

/** Begins with the time, which is above all that was ever counted from one. */
export function numberAfter(last: MetaRow['value'] | undefined): number {
  return typeof last === 'number' ? last + 1 : Date.now();
}

/** A number for a segment: what is read from now on is newer than what any segment with a lower one holds. */
export async function drawSegmentNumber(db: LibraryDb): Promise<number> {
  return db.transaction('rw', db.meta, async () => {
    const value = numberAfter((await db.meta.get(JOURNAL_NEXT_KEY))?.value);
    await db.meta.put({ key: JOURNAL_NEXT_KEY, value });
    return value;
  });
}

/** Names the journal of this database; the first time, it gets its name. */
export async function journalIdOf(db: LibraryDb): Promise<string> {
  const known = (await db.meta.get(JOURNAL_ID_KEY))?.value;
  if (typeof known === 'string') return known;
  return db.transaction('rw', db.meta, async () => {
    const now = (await db.meta.get(JOURNAL_ID_KEY))?.value;
    if (typeof now === 'string') return now;
    const id = crypto.randomUUID();
    await db.meta.bulkPut([
      { key: JOURNAL_ID_KEY, value: id },
      { key: TRACKED_KEY, value: true },
    ]);
    return id;
  });
}

/** Begins the keys of the journals that were put back whole, and wait for being deleted. */
const RESTORED = 'journalRestored:';

export const restoredKey = (id: string): string => `${RESTORED}${id}`;

/** How far putting the library back is, for the reader; kept until the reader has seen the end of it. */
const PUT_BACK_DONE = 'putBackDone';
const PUT_BACK_TOTAL = 'putBackTotal';
const PUT_BACK_OVER = 'putBackOver';

/** What was put back from the second copy, in articles. */
export interface PutBack {
  done: number;
  total: number;
  isOver: boolean;
}

/** Null where nothing was, or the reader has seen it. */
export async function readPutBack(db: LibraryDb): Promise<PutBack | null> {
  const [done, total, over] = await db.meta.bulkGet([PUT_BACK_DONE, PUT_BACK_TOTAL, PUT_BACK_OVER]);
  if (typeof done?.value !== 'number' || typeof total?.value !== 'number') return null;
  return { done: done.value, total: total.value, isOver: over?.value === true };
}

export async function writePutBack(db: LibraryDb, { done, total, isOver }: PutBack): Promise<void> {
  await db.meta.bulkPut([
    { key: PUT_BACK_DONE, value: done },
    { key: PUT_BACK_TOTAL, value: total },
    { key: PUT_BACK_OVER, value: isOver },
  ]);
}

/** The reader has seen it. */
export async function forgetPutBack(db: LibraryDb): Promise<void> {
  await db.meta.bulkDelete([PUT_BACK_DONE, PUT_BACK_TOTAL, PUT_BACK_OVER]);
}
