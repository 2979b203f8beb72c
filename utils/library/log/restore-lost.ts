/** Restores the library after the browser has replaced its database by an empty one. */
import type { LibraryDb } from '../schema/library-db.ts';
import { type FileStore, listSegments, removeLog } from './file-store.ts';
import { LOG_ID_KEY } from './log-schema.ts';
import { type RestoreResult, restoreLog } from './restore-log.ts';
import { writeRestoreProgress } from './restore-progress.ts';

/** Key in `meta`: marks a log that was restored completely and can be deleted. */
const makeRestoredKey = (id: string): string => `logRestored:${id}`;

/** Whether there is any log at all. */
export async function hasAnyLog(store: FileStore): Promise<boolean> {
  return (await listSegments(store)).size > 0;
}

interface OtherLog {
  id: string;
  segments: number[];
  isRestored: boolean;
}

/** Finds the logs of other databases, which are lost. */
async function findOtherLogs(db: LibraryDb, store: FileStore): Promise<OtherLog[]> {
  const ownId = (await db.meta.get(LOG_ID_KEY))?.value;
  const others = [...(await listSegments(store))].filter(([id]) => id !== ownId);
  const restoredMarks = await db.meta.bulkGet(others.map(([id]) => makeRestoredKey(id)));
  return others.map(([id, segments], i) => ({ id, segments, isRestored: restoredMarks[i] !== undefined }));
}

/** Whether the log of a lost database still has to be restored, at least in part. */
export async function isRestoreDue(db: LibraryDb, store: FileStore): Promise<boolean> {
  return (await findOtherLogs(db, store)).some(({ isRestored }) => !isRestored);
}

/**
 * Restores all logs of lost databases. There may be several, if a database was lost while another one was being
 * restored into it.
 *
 * @returns the sum of all restores; `articles` is 0 if nothing was lost
 */
export async function restoreLostLogs(db: LibraryDb, store: FileStore): Promise<RestoreResult> {
  const combined: RestoreResult = { articles: 0, damaged: 0 };
  const unrestored = (await findOtherLogs(db, store)).filter(({ isRestored }) => !isRestored);
  // Newest first, because existing articles take precedence. Segment numbers start at the time when the database was
  // created.
  unrestored.sort((a, b) => (b.segments.at(-1) ?? 0) - (a.segments.at(-1) ?? 0));
  for (const { id, segments } of unrestored) {
    const restoredBefore = combined.articles;
    const restored = await restoreLog(db, { store, id, segments }, async (done, total) => {
      if (total > 0)
        await writeRestoreProgress(db, {
          done: restoredBefore + done,
          total: restoredBefore + total,
          isFinished: false,
        });
    });
    await db.meta.put({ key: makeRestoredKey(id), value: true });
    combined.articles += restored.articles;
    combined.damaged += restored.damaged;
  }
  const { articles } = combined;
  if (articles > 0) await writeRestoreProgress(db, { done: articles, total: articles, isFinished: true });
  return combined;
}

/**
 * Removes restored logs. All of their content must be in this database's log.
 *
 * @returns whether this database's log is the only one left
 */
export async function removeRestoredLogs(db: LibraryDb, store: FileStore): Promise<boolean> {
  const others = await findOtherLogs(db, store);
  const restored = others.filter(({ isRestored }) => isRestored);
  for (const { id } of restored) {
    await removeLog(store, id);
    await db.meta.delete(makeRestoredKey(id));
  }
  return restored.length === others.length;
}
