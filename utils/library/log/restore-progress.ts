/** The progress of restoring a lost library, stored in `meta`. */
import type { LibraryDb } from '../schema/library-db.ts';

/** Keys in `meta`, which are kept until the user has seen the result. */
const DONE_KEY = 'putBackDone';
const TOTAL_KEY = 'putBackTotal';
const OVER_KEY = 'putBackOver';

/** Numbers of restored articles (`done`) and of articles to restore (`total`). */
export interface RestoreProgress {
  done: number;
  total: number;
  isOver: boolean;
}

/** Reads the progress; null if nothing was restored, or the user has seen the result. */
export async function readRestoreProgress(db: LibraryDb): Promise<RestoreProgress | null> {
  const [done, total, over] = await db.meta.bulkGet([DONE_KEY, TOTAL_KEY, OVER_KEY]);
  if (typeof done?.value !== 'number' || typeof total?.value !== 'number') return null;
  return { done: done.value, total: total.value, isOver: over?.value === true };
}

export async function writeRestoreProgress(
  db: LibraryDb,
  { done, total, isOver }: RestoreProgress,
): Promise<void> {
  await db.meta.bulkPut([
    { key: DONE_KEY, value: done },
    { key: TOTAL_KEY, value: total },
    { key: OVER_KEY, value: isOver },
  ]);
}

/** Removes the progress, after the user has seen the result. */
export async function clearRestoreProgress(db: LibraryDb): Promise<void> {
  await db.meta.bulkDelete([DONE_KEY, TOTAL_KEY, OVER_KEY]);
}
