/** Says that something was deleted for good, and that not every trace of it is gone yet. Among the database's facts. */
import type { LibraryDb } from '../schema/library-db.ts';

const KEY = 'purgeUnfinished';

/** Is there anything left to be done for what was deleted for good? */
export async function isPurgeUnfinished(db: LibraryDb): Promise<boolean> {
  return (await db.meta.get(KEY)) !== undefined;
}

/** Inside the caller's transaction, which holds `meta`: with the deletion or not at all. */
export async function notePurge(db: LibraryDb): Promise<void> {
  await db.meta.put({ key: KEY, value: crypto.randomUUID() });
}

/** Which purge it was that is unfinished; null where none is. */
export async function readPurgeNote(db: LibraryDb): Promise<string | null> {
  const value = (await db.meta.get(KEY))?.value;
  return typeof value === 'string' ? value : null;
}

/** @param note what was read before the work began: what was deleted since is still to be done */
export async function clearPurgeNote(db: LibraryDb, note: string): Promise<void> {
  await db.transaction('rw', db.meta, async () => {
    if ((await readPurgeNote(db)) === note) await db.meta.delete(KEY);
  });
}
