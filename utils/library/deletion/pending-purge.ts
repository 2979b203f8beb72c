/** Records in `meta` that data was permanently deleted, and that traces of it remain to be erased. */
import type { LibraryDb } from '../schema/library-db.ts';

const PENDING_PURGE_KEY = 'purgeUnfinished';

/** Whether traces of permanently deleted data remain. */
export async function isPurgePending(db: LibraryDb): Promise<boolean> {
  return (await db.meta.get(PENDING_PURGE_KEY)) !== undefined;
}

/** Records a purge. Must run in the transaction of the deletion, which must include `meta`. */
export async function recordPurge(db: LibraryDb): Promise<void> {
  await db.meta.put({ key: PENDING_PURGE_KEY, value: crypto.randomUUID() });
}

/** Returns the id of the pending purge; null if there is none. */
export async function readPendingPurge(db: LibraryDb): Promise<string | null> {
  const value = (await db.meta.get(PENDING_PURGE_KEY))?.value;
  return typeof value === 'string' ? value : null;
}

/**
 * Removes the record of a purge.
 *
 * @param purgeId id that was read before the work started. Deletions since then have set a new id, which stays recorded
 */
export async function clearPendingPurge(db: LibraryDb, purgeId: string): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    if ((await readPendingPurge(db)) === purgeId) await db.meta.delete(PENDING_PURGE_KEY);
  });
}
