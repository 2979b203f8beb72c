/** How far restoring a lost library is, among the database's facts. */
import type { LibraryDb } from '../schema/library-db.ts';

/** Kept until the user has seen the end of it. */
const DONE = 'putBackDone';
const TOTAL = 'putBackTotal';
const OVER = 'putBackOver';

/** What was restored from the log, in articles. */
export interface RestoreProgress {
  done: number;
  total: number;
  isOver: boolean;
}

/** Null where nothing was, or the user has seen it. */
export async function readRestoreProgress(db: LibraryDb): Promise<RestoreProgress | null> {
  const [done, total, over] = await db.meta.bulkGet([DONE, TOTAL, OVER]);
  if (typeof done?.value !== 'number' || typeof total?.value !== 'number') return null;
  return { done: done.value, total: total.value, isOver: over?.value === true };
}

export async function writeRestoreProgress(
  db: LibraryDb,
  { done, total, isOver }: RestoreProgress,
): Promise<void> {
  await db.meta.bulkPut([
    { key: DONE, value: done },
    { key: TOTAL, value: total },
    { key: OVER, value: isOver },
  ]);
}

/** The user has seen it. */
export async function forgetRestoreProgress(db: LibraryDb): Promise<void> {
  await db.meta.bulkDelete([DONE, TOTAL, OVER]);
}
