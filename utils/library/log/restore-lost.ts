/** Restoring a library that the browser has put an empty one in the place of. */
import type { LibraryDb } from '../schema/library-db.ts';
import { type FileStore, listSegments, removeLog } from './file-store.ts';
import { LOG_ID_KEY } from './log-schema.ts';
import { type Restored, restoreLog } from './restore-log.ts';
import { writeRestoreProgress } from './restore-progress.ts';

/** A fact of the database: a log that was restored whole, and waits for being deleted. */
const restoredKey = (id: string): string => `logRestored:${id}`;

/** Is there anything that a library could be made anew from? */
export async function isAnyLogThere(store: FileStore): Promise<boolean> {
  return (await listSegments(store)).size > 0;
}

interface OtherLog {
  id: string;
  segments: number[];
  isRestored: boolean;
}

/** Logs of other databases than this one. */
async function otherLogs(db: LibraryDb, store: FileStore): Promise<OtherLog[]> {
  const ours = (await db.meta.get(LOG_ID_KEY))?.value;
  const others = [...(await listSegments(store))].filter(([id]) => id !== ours);
  const known = await db.meta.bulkGet(others.map(([id]) => restoredKey(id)));
  return others.map(([id, segments], i) => ({ id, segments, isRestored: known[i] !== undefined }));
}

/** Is there a log of a lost database that is not restored yet, or not wholly? */
export async function isRestoreDue(db: LibraryDb, store: FileStore): Promise<boolean> {
  return (await otherLogs(db, store)).some(({ isRestored }) => !isRestored);
}

/**
 * Where there is a log of another database than this one, that one is lost: what it held is restored. There may be
 * several, where the database that one of them was being restored into was lost, too.
 *
 * @returns what was restored; no articles where nothing was lost
 */
export async function restoreLost(db: LibraryDb, store: FileStore): Promise<Restored> {
  const sum: Restored = { articles: 0, damaged: 0 };
  const lost = (await otherLogs(db, store)).filter(({ isRestored }) => !isRestored);
  // The newest first: what it says of an article holds. Numbers begin with the time at which their database was made.
  lost.sort((a, b) => (b.segments.at(-1) ?? 0) - (a.segments.at(-1) ?? 0));
  for (const { id, segments } of lost) {
    const before = sum.articles;
    const restored = await restoreLog(db, { store, id, segments }, async (done, total) => {
      if (total > 0)
        await writeRestoreProgress(db, { done: before + done, total: before + total, isOver: false });
    });
    await db.meta.put({ key: restoredKey(id), value: true });
    sum.articles += restored.articles;
    sum.damaged += restored.damaged;
  }
  const { articles } = sum;
  if (articles > 0) await writeRestoreProgress(db, { done: articles, total: articles, isOver: true });
  return sum;
}

/**
 * Removes logs that were restored, once all of it is in our own.
 *
 * @returns whether ours is the only one
 */
export async function removeRestored(db: LibraryDb, store: FileStore): Promise<boolean> {
  const others = await otherLogs(db, store);
  const restored = others.filter(({ isRestored }) => isRestored);
  for (const { id } of restored) {
    await removeLog(store, id);
    await db.meta.delete(restoredKey(id));
  }
  return restored.length === others.length;
}
