/** Settings from a backup, stored until the background applies them, since only it can write settings. */
import { library } from '../db.ts';
import type { LibraryDb } from '../schema/library-db.ts';

const KEY = 'restoredSettings';

/** Stores a backup's settings for the background. */
export async function storeRestoredSettings(settings: unknown, db: LibraryDb = library): Promise<void> {
  await db.meta.put({ key: KEY, value: JSON.stringify(settings ?? null) });
}

/** The settings from a backup that have not been applied yet; undefined if there are none. */
export async function findRestoredSettings(db: LibraryDb = library): Promise<unknown> {
  const row = await db.meta.get(KEY);
  return typeof row?.value === 'string' ? JSON.parse(row.value) : undefined;
}

/** Call after they have been applied. */
export async function clearRestoredSettings(db: LibraryDb = library): Promise<void> {
  await db.meta.delete(KEY);
}
