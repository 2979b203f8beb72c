/** Records in `meta` that something was permanently deleted, and that traces of it are left. */
import type { LibraryDb } from '../schema/library-db.ts';

const PENDING_PURGE_KEY = 'purgeUnfinished';

/** Whether any traces of permanently deleted data are left. */
export async function isPurgePending(db: LibraryDb): Promise<boolean> {
  return (await db.meta.get(PENDING_PURGE_KEY)) !== undefined;
}

/** Must run in the same transaction as the deletion, which includes `meta`. */
export async function recordPurge(db: LibraryDb): Promise<void> {
  await db.meta.put({ key: PENDING_PURGE_KEY, value: crypto.randomUUID() });
}

/** The id of the unfinished purge; null if there is none. */
export async function readPendingPurge(db: LibraryDb): Promise<string | null> {
  const value = (await db.meta.get(PENDING_PURGE_KEY))?.value;
  return typeof value === 'string' ? value : null;
}

/** @param purgeId read before the work started; deletions since then have a new id and stay recorded */
export async function clearPendingPurge(db: LibraryDb, purgeId: string): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    if ((await readPendingPurge(db)) === purgeId) await db.meta.delete(PENDING_PURGE_KEY);
  });
}
