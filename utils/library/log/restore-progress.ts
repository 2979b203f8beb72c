/** The progress of restoring a lost library, stored in `meta`. */
import type { LibraryDb } from '../schema/library-db.ts';

/** Keys in `meta`, which are kept until the user has seen the result. */
const DONE_KEY = 'putBackDone';
const TOTAL_KEY = 'putBackTotal';
const FINISHED_KEY = 'putBackOver';

/** Numbers of restored articles (`done`) and of articles to restore (`total`). */
export interface RestoreProgress {
  done: number;
  total: number;
  isFinished: boolean;
}

/** Reads the progress; null if nothing was restored, or the user has seen the result. */
export async function readRestoreProgress(db: LibraryDb): Promise<RestoreProgress | null> {
  const [done, total, over] = await db.meta.bulkGet([DONE_KEY, TOTAL_KEY, FINISHED_KEY]);
  if (typeof done?.value !== 'number' || typeof total?.value !== 'number') return null;
  return { done: done.value, total: total.value, isFinished: over?.value === true };
}

export async function writeRestoreProgress(
  db: LibraryDb,
  { done, total, isFinished }: RestoreProgress,
): Promise<void> {
  await db.meta.bulkPut([
    { key: DONE_KEY, value: done },
    { key: TOTAL_KEY, value: total },
    { key: FINISHED_KEY, value: isFinished },
  ]);
}

/** Removes the progress, after the user has seen the result. */
export async function clearRestoreProgress(db: LibraryDb): Promise<void> {
  await db.meta.bulkDelete([DONE_KEY, TOTAL_KEY, FINISHED_KEY]);
}
